package dev.inkling.icons;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.URL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class IconsTest {
  private static final long PNG_SIGNATURE = 0x89504E470D0A1A0AL;

  @ParameterizedTest
  @MethodSource("dev.inkling.icons.Icons#window")
  void eachIconIsAPngOfTheSizeThatItsNameSays(URL icon) throws IOException {
    var size = Integer.parseInt(icon.getPath().replaceFirst(".*-(\\d+)\\.png$", "$1"));
    try (var png = new DataInputStream(icon.openStream())) {
      assertThat(png.readLong()).isEqualTo(PNG_SIGNATURE);
      png.skipNBytes(8); // the IHDR chunk's length and name
      assertThat(png.readInt()).as("width").isEqualTo(size);
      assertThat(png.readInt()).as("height").isEqualTo(size);
    }
  }

  @Test
  void aTitleBarAndADockBothFindTheirSize() {
    assertThat(Icons.window()).hasSize(8);
    assertThat(Icons.window().getFirst().getPath()).endsWith("-16.png");
    assertThat(Icons.window().getLast().getPath()).endsWith("-512.png");
  }
}
