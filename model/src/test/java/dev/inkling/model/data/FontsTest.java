package dev.inkling.model.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FontsTest {
  static List<Font> all() {
    return Fonts.all();
  }

  @ParameterizedTest
  @MethodSource("all")
  void eachHasEverySignThatIsPrinted(Font font) {
    ("0123456789" + Fonts.LETTERS + Fonts.MARKS)
        .chars()
        .forEach(
            sign -> {
              assertThat(font.canDisplay(sign)).as("%s: %c", font, sign).isTrue();
              var outline =
                  font.createGlyphVector(
                          new FontRenderContext(null, true, true), Character.toString(sign))
                      .getOutline();
              assertThat(outline.getBounds2D().isEmpty()).as("%s: %c", font, sign).isFalse();
            });
  }

  /// None may come twice: it would be seen twice as often.
  @Test
  void eachIsAnother() {
    assertThat(Fonts.all()).extracting(Font::getPSName).isNotEmpty().doesNotHaveDuplicates();
  }

  /// A licence that asks to be passed on with what it covers.
  @Test
  void theirLicencesAreCarriedToo() throws Exception {
    assertThat(Resources.lines("fonts/fonts.tsv"))
        .allSatisfy(line -> assertThat(line.split("\t", -1)).hasSize(5).doesNotContain(""));
    try (var text = Fonts.class.getResourceAsStream("fonts/OFL.txt")) {
      assertThat(new String(text.readAllBytes(), StandardCharsets.UTF_8))
          .contains("SIL OPEN FONT LICENSE Version 1.1");
    }
  }
}
