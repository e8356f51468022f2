package dev.inkling.api;

import io.helidon.common.configurable.Resource;
import io.helidon.common.pki.Keys;
import io.helidon.common.tls.Tls;

/// Helidon's TLS for a certificate.
final class ServerTls {
  private ServerTls() {}

  /// @throws ServerNotStarted if there is no certificate with its key
  static Tls of(ServerCertificate certificate) {
    try {
      Keys keys = keys(certificate);
      if (keys.certChain().isEmpty()) {
        throw new IllegalArgumentException("No certificate in it");
      }
      return Tls.builder()
          .privateKey(keys)
          .privateKeyCertChain(keys)
          .addEnabledProtocol("TLSv1.3")
          .addEnabledProtocol("TLSv1.2")
          .build();
    } catch (RuntimeException unusable) {
      throw new ServerNotStarted(
          "The TLS certificate and its key can't be used: give a PEM chain with --tls-cert and its"
              + " unencrypted key with --tls-key, or a PKCS 12 file with --tls-cert alone.",
          unusable);
    }
  }

  private static Keys keys(ServerCertificate certificate) {
    return switch (certificate) {
      case ServerCertificate.Pem(byte[] chain, byte[] key) ->
          Keys.builder()
              .pem(
                  pem ->
                      pem.certChain(Resource.create("certificate", chain))
                          .key(Resource.create("key", key)))
              .build();
      case ServerCertificate.Pkcs12(byte[] store, char[] passphrase) ->
          Keys.builder()
              .keystore(
                  file ->
                      file.keystore(Resource.create("certificate", store)).passphrase(passphrase))
              .build();
    };
  }
}
