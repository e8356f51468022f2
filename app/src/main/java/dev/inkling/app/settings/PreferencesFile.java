package dev.inkling.app.settings;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Lines of `name = value`, which the program writes by itself.
record PreferencesFile(Path path) {
  private static final String HEADING = "# What was chosen in Inkling's window. Written by itself.";

  /// Its values by their names; none if there is no file, and nothing if it makes no sense.
  Optional<Map<String, String>> read() throws IOException {
    if (Files.notExists(path)) {
      return Optional.of(Map.of());
    }
    try {
      return values(Files.readAllLines(path));
    } catch (MalformedInputException noText) {
      return Optional.empty();
    }
  }

  /// Writes them all. The file is the old one or the new one at any moment, also if the machine
  /// stops in the midst of it.
  void write(Map<String, String> values) throws IOException {
    Path folder = path.toAbsolutePath().getParent();
    Files.createDirectories(folder);
    Path unfinished = Files.createTempFile(folder, ".window", "");
    try {
      Files.write(
          unfinished,
          Stream.concat(
                  Stream.of(HEADING),
                  values.entrySet().stream()
                      .map(each -> "%s = %s".formatted(each.getKey(), each.getValue())))
              .toList());
      Files.move(unfinished, path, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  /// Moves it out of the way, and tells whither.
  Path setAside() throws IOException {
    Path aside = path.resolveSibling(path.getFileName() + ".broken");
    return Files.move(path, aside, StandardCopyOption.REPLACE_EXISTING);
  }

  private static Optional<Map<String, String>> values(List<String> lines) {
    var values = new TreeMap<String, String>();
    for (String line : lines) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      int equals = line.indexOf('=');
      if (equals < 1) {
        return Optional.empty();
      }
      values.put(line.substring(0, equals).strip(), line.substring(equals + 1).strip());
    }
    return Optional.of(values);
  }
}
