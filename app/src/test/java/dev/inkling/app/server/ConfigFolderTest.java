package dev.inkling.app.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigFolderTest {
  @ParameterizedTest
  @CsvSource({
    "Linux,      '',      '',        /home/ada/.config/inkling",
    "Linux,      /etc/of, '',        /etc/of/inkling",
    "Linux,      of/ada,  '',        /home/ada/.config/inkling",
    "FreeBSD,    '',      '',        /home/ada/.config/inkling",
    "Mac OS X,   /etc/of, '',        /home/ada/Library/Application Support/Inkling",
    "Windows 11, '',      /roaming,  /roaming/Inkling",
    "Windows 11, '',      '',        /home/ada/AppData/Roaming/Inkling"
  })
  void itLiesWhereTheSystemKeepsWhatIsChosen(
      String system, String xdg, String appData, String folder) {
    var environment = Map.of("XDG_CONFIG_HOME", xdg, "APPDATA", appData);

    assertThat(ConfigFolder.in(system, environment, Path.of("/home/ada")))
        .isEqualTo(Path.of(folder));
  }
}
