package dev.inkling.api;

import io.helidon.common.configurable.Resource;
import io.helidon.common.pki.Keys;
import io.helidon.common.tls.Tls;
import io.helidon.common.tls.TlsConfig;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.stream.Stream;

/// Helidon's TLS for a certificate.
final class ServerTls {
  private ServerTls() {}

  /// @throws ServerNotStarted if there is no certificate with its key
  static Tls of(ServerCertificate certificate) {
    TlsConfig.Builder tls =
        Tls.builder().addEnabledProtocol("TLSv1.3").addEnabledProtocol("TLSv1.2");
    try {
      switch (certificate) {
        case ServerCertificate.Pem(byte[] chain, byte[] key) -> prove(tls, chain, key);
        case ServerCertificate.Pkcs12(byte[] store, char[] passphrase) ->
            prove(tls, store, passphrase);
      }
      return tls.build();
    } catch (GeneralSecurityException | IOException | RuntimeException unusable) {
      throw new ServerNotStarted(
          "The TLS certificate and its key can't be used: give a PEM chain with --tls-cert and its"
              + " unencrypted key with --tls-key, or a PKCS 12 file with --tls-cert alone.",
          unusable);
    }
  }

  private static void prove(TlsConfig.Builder tls, byte[] chain, byte[] key) {
    Keys keys =
        Keys.builder()
            .pem(
                pem ->
                    pem.certChain(Resource.create("certificate", chain))
                        .key(Resource.create("key", key)))
            .build();
    tls.privateKey(keys).privateKeyCertChain(keys);
  }

  /// Helidon wants to be told under which alias the key lies; here it is the first one.
  private static void prove(TlsConfig.Builder tls, byte[] store, char[] passphrase)
      throws GeneralSecurityException, IOException {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    keys.load(new ByteArrayInputStream(store), passphrase);
    for (String alias : Collections.list(keys.aliases())) {
      if (keys.getKey(alias, passphrase) instanceof PrivateKey key) {
        tls.privateKey(key)
            .privateKeyCertChain(
                Stream.of(keys.getCertificateChain(alias))
                    .map(X509Certificate.class::cast)
                    .toList());
        return;
      }
    }
    throw new IllegalArgumentException("No key in the store");
  }
}
