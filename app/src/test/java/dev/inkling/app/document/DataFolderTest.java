package dev.inkling.app.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DataFolderTest {
  @Test
  void whatWasMadeLiesWhereEachSystemKeepsSuch() {
    assertThat(in("Linux", Map.of())).isEqualTo(Path.of("/home/ada/.local/share/inkling"));
    assertThat(in("Linux", Map.of("XDG_DATA_HOME", "/data"))).isEqualTo(Path.of("/data/inkling"));
    assertThat(in("Linux", Map.of("XDG_DATA_HOME", "data")))
        .isEqualTo(Path.of("/home/ada/.local/share/inkling"));
    assertThat(in("Mac OS X", Map.of()))
        .isEqualTo(Path.of("/home/ada/Library/Application Support/Inkling"));
    assertThat(in("Windows 11", Map.of())).isEqualTo(Path.of("/home/ada/AppData/Roaming/Inkling"));
  }

  private static Path in(String system, Map<String, String> environment) {
    return DataFolder.in(system, environment, Path.of("/home/ada"));
  }
}
