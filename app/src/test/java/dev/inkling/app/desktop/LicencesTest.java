package dev.inkling.app.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

final class LicencesTest {
  /// What Maven puts on the class path of the program, and no test's libraries.
  private static final Path SHIPPED = Path.of("target/shipped.txt");

  /// The jar that has the typefaces.
  private static final String CARRIED_BY_INKLING = "inkling-model-";

  private final List<Licences.Shipped> licences = Licences.read();

  @Test
  void everythingThatShipsIsNamedAndNothingElse() throws IOException {
    List<String> jars =
        Pattern.compile(File.pathSeparator, Pattern.LITERAL)
            .splitAsStream(Files.readString(SHIPPED).strip())
            .map(entry -> Path.of(entry).getFileName().toString())
            .filter(name -> name.endsWith(".jar") && !name.startsWith("inkling-"))
            .toList();
    assertThat(jars).isNotEmpty();
    assertThat(jars).allMatch(jar -> licences.stream().anyMatch(shipped -> shipped.has(jar)));
    assertThat(licences)
        .filteredOn(shipped -> !shipped.has(CARRIED_BY_INKLING))
        .allMatch(shipped -> jars.stream().anyMatch(shipped::has));
  }
}
