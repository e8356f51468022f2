package dev.inkling.app.texts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Each package's words are there in each language, with the same gaps to fill.
class BundlesTest {
  private static final Path RESOURCES = Path.of("src/main/resources");
  private static final Pattern GAP = Pattern.compile("%[-#+0,.\\d$]*[a-zA-Z]");

  static List<Path> english() throws IOException {
    try (Stream<Path> files = Files.walk(RESOURCES)) {
      return files.filter(file -> file.endsWith("texts_en.properties")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("english")
  void everyLanguageSaysTheSameThings(Path english) throws IOException {
    Properties original = read(english);
    for (var locale : Language.KNOWN) {
      Properties other =
          read(english.resolveSibling("texts_%s.properties".formatted(locale.getLanguage())));
      assertThat(other.keySet()).isEqualTo(original.keySet());
      for (String key : original.stringPropertyNames()) {
        assertThat(other.getProperty(key)).as(key).isNotBlank();
        assertThat(gaps(other.getProperty(key))).as(key).isEqualTo(gaps(original.getProperty(key)));
      }
    }
  }

  private static List<String> gaps(String text) {
    return GAP.matcher(text.replace("%%", "")).results().map(gap -> gap.group()).sorted().toList();
  }

  private static Properties read(Path file) throws IOException {
    var properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    }
    return properties;
  }
}
