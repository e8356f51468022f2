package dev.inkling.app.settings;

import dev.inkling.api.AccessLogForm;
import dev.inkling.api.ServerOptions;
import java.nio.file.Path;
import java.util.List;

/// All there is to choose, in one table: the flags and their help, the names in the environment,
// the
/// keys of the file, what `--print-config` prints and `docs/configuration.md` come from here.
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
      List.of(HOST, PORT, DRAIN_SECONDS, ACCESS_LOG, MODELS_FOLDER, MODELS_WATCH);

  private Settings() {}
}
