package dev.inkling.app.cli;

import dev.inkling.app.server.Safety;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Whom a server answers besides programs on its own machine.
final class SafetyOptions {
  /// Not a flag: every user of a machine sees the flags of every program.
  private static final String PASSPHRASE = "INKLING_TLS_PASSPHRASE";

  @Option(
      names = "--allow-host",
      paramLabel = "NAME[:PORT]",
      description = "A further name under which clients reach the server; repeat it for more.")
  private List<String> hosts = new ArrayList<>();

  @Option(
      names = "--allow-origin",
      paramLabel = "ORIGIN",
      description =
          "A web page elsewhere that may ask it, as https://NAME[:PORT]; repeat it for more.")
  private List<String> origins = new ArrayList<>();

  @Option(
      names = "--token-file",
      paramLabel = "FILE",
      description =
          "The token that clients have to show, made if there is none (default: the file 'token' in"
              + " your folder of settings; needed where other machines can reach the server).")
  private @Nullable Path tokenFile;

  @Option(
      names = "--tls-cert",
      paramLabel = "FILE",
      description =
          "Speak HTTPS with this certificate: a PEM chain, or a PKCS 12 file with its passphrase in"
              + " "
              + PASSPHRASE
              + ".")
  private @Nullable Path certificate;

  @Option(names = "--tls-key", paramLabel = "FILE", description = "The PEM chain's key.")
  private @Nullable Path key;

  Safety safety() {
    return new Safety(
        hosts,
        origins,
        Optional.ofNullable(tokenFile),
        Optional.ofNullable(certificate),
        Optional.ofNullable(key),
        System.getenv().getOrDefault(PASSPHRASE, ""));
  }
}
