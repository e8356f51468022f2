package dev.inkling.app.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// A YAML file of settings, `server: {port: 9000}` or `server.port: 9000`.
record ConfigurationFile(Path path) {

  /// Made when there is a file to read. Most people have none, and need not wait for it at a start.
  private static final class Yaml {
    static final YAMLMapper MAPPER =
        YAMLMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

    private Yaml() {}
  }

  boolean exists() {
    return Files.exists(path);
  }

  /// Its values as they are written, by key.
  ///
  /// @throws SettingUnfit if it can't be read
  Map<String, String> values() {
    try {
      JsonNode root = Yaml.MAPPER.readTree(Files.readAllBytes(path));
      var values = new LinkedHashMap<String, String>();
      if (root.isObject()) {
        flatten("", root, values);
      } else if (!root.isMissingNode() && !root.isNull()) {
        throw new SettingUnfit(
            "The configuration file %s has no settings: write one a line, such as 'server.port: 9000'."
                .formatted(path));
      }
      return values;
    } catch (IOException unreadable) {
      throw new SettingUnfit(
          "The configuration file %s can't be read: name another with --config.".formatted(path),
          unreadable);
    } catch (JacksonException malformed) {
      throw new SettingUnfit(
          "The configuration file %s is no YAML: mend %s (%s)."
              .formatted(path, where(malformed), firstLine(malformed.getOriginalMessage())),
          malformed);
    }
  }

  /// A value as it stands in a file: as it is, if it is read back like that, or else in quotes.
  static String written(String value) {
    try {
      var read = new LinkedHashMap<String, String>();
      flatten("", Yaml.MAPPER.readTree("key: " + value + " # why"), read);
      if (read.equals(Map.of("key", value))) {
        return value;
      }
    } catch (JacksonException special) {
      // It needs quotes.
    }
    // What JSON quotes, YAML reads.
    return new JsonMapper().writeValueAsString(value);
  }

  private static void flatten(String key, JsonNode node, Map<String, String> values) {
    if (node.isObject()) {
      node.properties()
          .forEach(
              member ->
                  flatten(
                      key.isEmpty() ? member.getKey() : key + "." + member.getKey(),
                      member.getValue(),
                      values));
    } else if (node.isArray()) {
      values.put(key, node.valueStream().map(JsonNode::asString).collect(Collectors.joining(",")));
    } else {
      values.put(key, node.asString());
    }
  }

  private static String where(JacksonException malformed) {
    var location = malformed.getLocation();
    return location == null ? "it" : "line " + location.getLineNr();
  }

  private static String firstLine(String message) {
    return message.lines().findFirst().orElse("");
  }
}
