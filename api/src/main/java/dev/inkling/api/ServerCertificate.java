package dev.inkling.api;

/// What the server proves its name with, as the bytes of the files that hold it.
public sealed interface ServerCertificate {

  /// As certificate authorities hand it out.
  ///
  /// @param chain the server's certificate and those that vouch for it, in PEM
  /// @param key its private key, in PEM
  record Pem(byte[] chain, byte[] key) implements ServerCertificate {}

  /// Both in one store.
  ///
  /// @param store PKCS 12
  record Pkcs12(byte[] store, char[] passphrase) implements ServerCertificate {}
}
