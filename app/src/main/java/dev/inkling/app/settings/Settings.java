package dev.inkling.app.settings;

import dev.inkling.api.AccessLogForm;
import dev.inkling.api.ServerOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// All there is to choose, in one table: the flags and their help, the names in the
/// environment, the keys of the file, what `--print-config` prints and `docs/configuration.md` come
/// from here.
public final class Settings {
  public static final Setting<String> HOST =
      Setting.of(
          "server.host",
          "--host",
          Kind.text("a name or an address of this machine", "HOST"),
          ServerOptions.DEFAULT_HOST,
          "Name or address to listen on; the default is this machine only");

  public static final Setting<Integer> PORT =
      Setting.of(
          "server.port",
          "--port",
          Kind.number(0, 65_535),
          String.valueOf(ServerOptions.DEFAULT_PORT),
          "Port to listen on, 0 for any free one");

  public static final Setting<Integer> DRAIN_SECONDS =
      Setting.of(
          "server.drain-seconds",
          "--drain-seconds",
          Kind.number(0, 3600),
          String.valueOf(ServerOptions.DEFAULT_DRAIN_LIMIT.toSeconds()),
          "How long accepted requests may take when the server is stopped");

  public static final Setting<List<String>> ALLOWED_HOSTS =
      Setting.of(
              "server.allowed-hosts",
              "--allow-host",
              Kind.list("names of this machine, each NAME or NAME:PORT", "NAME,…"),
              "",
              "Further names under which clients reach the server, with commas between them")
          .fallbackTold("none");

  public static final Setting<List<String>> ALLOWED_ORIGINS =
      Setting.of(
              "server.allowed-origins",
              "--allow-origin",
              Kind.list("web pages, each https://NAME or https://NAME:PORT", "ORIGIN,…"),
              "",
              "Web pages elsewhere that may ask the server, with commas between them")
          .fallbackTold("none");

  public static final Setting<Optional<Path>> TOKEN_FILE =
      Setting.of(
              "server.token-file",
              "--token-file",
              Kind.pathOrNone("a file", "FILE"),
              "",
              "The token that clients have to show, made if there is none; needed where other machines"
                  + " can reach the server")
          .fallbackTold("the file token in your folder of settings");

  public static final Setting<Optional<Path>> TLS_CERTIFICATE =
      Setting.of(
              "server.tls-certificate",
              "--tls-cert",
              Kind.pathOrNone("a file", "FILE"),
              "",
              "Speak HTTPS with this certificate: a PEM chain, or a PKCS 12 file with its passphrase"
                  + " in INKLING_TLS_PASSPHRASE")
          .fallbackTold("none");

  public static final Setting<Optional<Path>> TLS_KEY =
      Setting.of(
              "server.tls-key",
              "--tls-key",
              Kind.pathOrNone("a file", "FILE"),
              "",
              "The PEM chain's key")
          .fallbackTold("none");

  public static final Setting<AccessLogForm> ACCESS_LOG =
      Setting.of(
          "log.access",
          "--access-log",
          Kind.oneOf(AccessLogForm.class),
          "off",
          "Whether and how each answered request is told on standard output");

  /// Where they are shipped is told by whatever starts Java.
  public static final Setting<Path> MODELS_FOLDER =
      Setting.of(
              "models.folder",
              "--models",
              Kind.path("a folder", "DIR"),
              System.getProperty("inkling.models", "model/saved"),
              "Folder of models, each as NAME/VERSION/")
          .fallbackTold("those shipped");

  public static final Setting<Boolean> MODELS_WATCH =
      Setting.of(
          "models.watch",
          "--watch-models",
          Kind.yesOrNo(),
          "true",
          "Whether new versions of models are taken over while the server runs");

  /// Every setting, in the order in which they are told.
  public static final List<Setting<?>> ALL =
      Stream.concat(
              Stream.of(
                  HOST,
                  PORT,
                  DRAIN_SECONDS,
                  ALLOWED_HOSTS,
                  ALLOWED_ORIGINS,
                  TOKEN_FILE,
                  TLS_CERTIFICATE,
                  TLS_KEY,
                  ACCESS_LOG,
                  MODELS_FOLDER,
                  MODELS_WATCH),
              LimitSettings.ALL.stream())
          .toList();

  private Settings() {}
}
