package dev.inkling.app.settings;

import dev.inkling.api.ServerOptions;
import dev.inkling.app.server.ConfigFolder;
import dev.inkling.app.server.Safety;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What has been chosen: by flags, else in the environment, else in the file, else by default.
public final class Configuration {
  private static final String PREFIX = "INKLING_";

  /// Neither a flag nor in the file: every user of a machine sees the flags of every program, and
  /// what is printed is not to hold it.
  private static final String PASSPHRASE = "INKLING_TLS_PASSPHRASE";

  /// Somebody who is further off than this meant something else.
  private static final int MOST_MISTYPED = 2;

  /// Who chose what nobody chose.
  private static final String BY_DEFAULT = "default";

  /// A value as it was written.
  ///
  /// @param name by which its writer calls the setting
  /// @param origin who chose it
  private record Chosen(String text, String name, String origin) {}

  private final Map<Setting<?>, Chosen> chosen = new LinkedHashMap<>();

  private Configuration() {
    for (Setting<?> setting : Settings.ALL) {
      chosen.put(setting, new Chosen(setting.fallback(), setting.key(), BY_DEFAULT));
    }
  }

  /// Reads all there is.
  ///
  /// @param file the one to read; a person's usual one, if there is one, else
  /// @param flags values by flag
  /// @throws SettingUnfit if a setting is unknown, or has a value that can't be
  public static Configuration read(
      Optional<Path> file, Map<String, String> environment, Map<String, String> flags) {
    var usual =
        new ConfigurationFile(
            ConfigFolder.in(
                    System.getProperty("os.name"),
                    environment,
                    Path.of(System.getProperty("user.home")))
                .resolve("inkling.yaml"));
    var configuration = new Configuration();
    file.map(ConfigurationFile::new)
        .or(() -> Optional.of(usual).filter(ConfigurationFile::exists))
        .ifPresent(configuration::takeFile);
    configuration.takeEnvironment(environment);
    configuration.takeFlags(flags);
    Settings.ALL.forEach(configuration::get);
    return configuration;
  }

  /// From what [#byKey()] gave.
  public static Configuration ofKeys(Map<String, String> values) {
    var configuration = new Configuration();
    byName(Setting::key)
        .forEach(
            (key, setting) ->
                Optional.ofNullable(values.get(key))
                    .ifPresent(text -> configuration.take(setting, text, key, "")));
    return configuration;
  }

  /// The value of a setting.
  public <T> T get(Setting<T> setting) {
    Chosen value = chosen(setting);
    return setting.read(value.text, value.name);
  }

  /// What the server is started with. Files are read for it, and the token's is written if it is
  /// needed and there is none.
  ///
  /// @throws SettingUnfit if one of the files can't be used, or a name is none
  public ServerOptions serverOptions() {
    ServerOptions plain =
        new ServerOptions(get(Settings.HOST), get(Settings.PORT))
            .withLimits(LimitSettings.in(this))
            .withWatchModels(get(Settings.MODELS_WATCH))
            .withDrainLimit(Duration.ofSeconds(get(Settings.DRAIN_SECONDS)))
            .withAccessLog(get(Settings.ACCESS_LOG));
    try {
      return safety().on(plain);
    } catch (IllegalArgumentException unfit) {
      throw new SettingUnfit(String.valueOf(unfit.getMessage()), unfit);
    }
  }

  /// Whom the server answers.
  public Safety safety() {
    return new Safety(
        get(Settings.ALLOWED_HOSTS),
        get(Settings.ALLOWED_ORIGINS),
        get(Settings.TOKEN_FILE),
        get(Settings.TLS_CERTIFICATE),
        get(Settings.TLS_KEY),
        System.getenv().getOrDefault(PASSPHRASE, ""));
  }

  /// Whether somebody chose its value, be it the one that it has by default.
  public boolean isChosen(Setting<?> setting) {
    return !chosen(setting).origin.equals(BY_DEFAULT);
  }

  /// The value of each setting that was chosen, as text, by its key.
  public Map<String, String> byKey() {
    return chosen.entrySet().stream()
        .filter(each -> isChosen(each.getKey()))
        .collect(Collectors.toMap(each -> each.getKey().key(), each -> each.getValue().text));
  }

  /// Every setting as a line of a configuration file, with who chose it; secrets are not shown.
  public List<String> lines() {
    return chosen.entrySet().stream()
        .map(
            each -> {
              Setting<?> setting = each.getKey();
              Chosen value = each.getValue();
              return "%-40s # %s"
                  .formatted(
                      setting.key()
                          + ": "
                          + (setting.secret() ? "(hidden)" : ConfigurationFile.written(value.text)),
                      value.origin);
            })
        .toList();
  }

  private void takeFile(ConfigurationFile file) {
    Map<String, Setting<?>> keys = byName(Setting::key);
    file.values()
        .forEach(
            (key, text) -> {
              Setting<?> setting = keys.get(key);
              if (setting == null) {
                throw unknown(key, keys, " (in %s)".formatted(file.path()));
              }
              take(setting, text, key, file.path().toString());
            });
  }

  /// Only what is nearly a setting's name is a mistake: Kubernetes gives every container variables
  /// that start with the names of the services around it, `INKLING_SERVICE_PORT` for example.
  private void takeEnvironment(Map<String, String> environment) {
    Map<String, Setting<?>> variables = byName(Setting::variable);
    environment.forEach(
        (name, text) -> {
          Setting<?> setting = variables.get(name);
          if (setting != null) {
            take(setting, text, name, "environment " + name);
          } else if (name.startsWith(PREFIX)
              && NearestName.to(name, variables.keySet(), MOST_MISTYPED).isPresent()) {
            throw unknown(name, variables, " (in the environment)");
          }
        });
  }

  private void takeFlags(Map<String, String> flags) {
    byName(Setting::flag)
        .forEach(
            (flag, setting) -> {
              String text = flags.get(flag);
              if (text != null) {
                take(setting, text, flag, "flag " + flag);
              }
            });
  }

  private void take(Setting<?> setting, String text, String name, String origin) {
    chosen.put(setting, new Chosen(text, name, origin));
  }

  private Chosen chosen(Setting<?> setting) {
    Chosen value = chosen.get(setting);
    if (value == null) {
      throw new IllegalArgumentException(setting.key() + " is not in the table");
    }
    return value;
  }

  private static SettingUnfit unknown(
      String name, Map<String, Setting<?>> known, String whereItStands) {
    String hint =
        NearestName.to(name, known.keySet(), name.length() / 2)
            .map(": did you mean %s?"::formatted)
            .orElseGet(
                () ->
                    ": choose from %s."
                        .formatted(
                            known.keySet().stream()
                                .sorted(Comparator.naturalOrder())
                                .collect(Collectors.joining(", "))));
    return new SettingUnfit(name + " is no setting" + whereItStands + hint);
  }

  private static Map<String, Setting<?>> byName(Function<Setting<?>, String> name) {
    return Settings.ALL.stream().collect(Collectors.toMap(name, setting -> setting));
  }
}
