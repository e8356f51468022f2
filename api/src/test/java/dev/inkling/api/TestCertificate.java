package dev.inkling.api;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/// A certificate for `localhost` that signs itself, made by the JDK's keytool.
record TestCertificate(KeyStore keys, byte[] pkcs12) {
  static final char[] PASSPHRASE = "a passphrase".toCharArray();

  private static final String ALIAS = "inkling";

  static TestCertificate in(Path folder) throws Exception {
    Path file = folder.resolve("localhost.p12");
    Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
    int exit =
        new ProcessBuilder(
                keytool.toString(),
                "-genkeypair",
                "-alias",
                ALIAS,
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "SAN=dns:localhost,ip:127.0.0.1",
                "-storetype",
                "PKCS12",
                "-keystore",
                file.toString(),
                "-storepass",
                new String(PASSPHRASE))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start()
            .waitFor();
    if (exit != 0) {
      throw new IOException("keytool failed with " + exit);
    }
    return new TestCertificate(
        KeyStore.getInstance(file.toFile(), PASSPHRASE), Files.readAllBytes(file));
  }

  ServerCertificate.Pkcs12 asPkcs12() {
    return new ServerCertificate.Pkcs12(pkcs12, PASSPHRASE.clone());
  }

  ServerCertificate.Pem asPem() throws GeneralSecurityException {
    return new ServerCertificate.Pem(
        pem("CERTIFICATE", keys.getCertificate(ALIAS).getEncoded()),
        pem("PRIVATE KEY", keys.getKey(ALIAS, PASSPHRASE).getEncoded()));
  }

  /// For clients that trust nobody else.
  SSLContext trust() throws GeneralSecurityException, IOException {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry(ALIAS, keys.getCertificate(ALIAS));
    var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, factory.getTrustManagers(), null);
    return context;
  }

  private static byte[] pem(String what, byte[] der) {
    String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
    return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n"
        .formatted(what, body)
        .getBytes(StandardCharsets.US_ASCII);
  }
}
