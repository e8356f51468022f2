package dev.inkling.model.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.inkling.model.DataUnusable;
import dev.inkling.model.ink.Point;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PenDigitsTest {
  private static final String TWO_DIGITS =
      """
      .INCLUDE        dene.doc
      .LEXICON "0" "1"

      .SEGMENT DIGIT    0 ? "7"
      .COMMENT 7 12  224
      .PEN_DOWN
       100  400
       200  400
       150  100
      .PEN_UP
      .DT 100
      .PEN_DOWN
       120  250
       190  250
      .PEN_UP
      .SEGMENT DIGIT    1 ? "1"
      .COMMENT 1 26   54
      .PEN_DOWN
       250  450
       250   50
      .PEN_UP
      .DT 30
      """;

  @TempDir private Path folder;

  @Test
  void digitsComeWithTheirWritersAndLines() throws IOException {
    List<PenDigit> digits = read(TWO_DIGITS).digits();

    assertThat(digits).extracting(PenDigit::digit).containsExactly(7, 1);
    assertThat(digits).extracting(PenDigit::writer).containsExactly(12, 26);
    assertThat(digits.getFirst().lines()).hasSize(2);
  }

  @Test
  void whatTheTabletHasAtTheTopLiesAtTheTop() throws IOException {
    List<Point> seven = read(TWO_DIGITS).digits().getFirst().lines().getFirst();

    assertThat(seven)
        .containsExactly(new Point(100, 100), new Point(200, 100), new Point(150, 400));
  }

  @Test
  void aPackedFileIsTheSameAsAPlainOne() throws IOException {
    Path packed = folder.resolve("digits.gz");
    try (var stream = new GZIPOutputStream(Files.newOutputStream(packed))) {
      stream.write(TWO_DIGITS.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    }

    assertThat(UnipenFile.read(packed)).isEqualTo(read(TWO_DIGITS));
  }

  @Test
  void brokenFilesAreRefusedByNameAndLine() {
    assertRefused("", "no digits");
    assertRefused("PNG", "line 1");
    assertRefused(TWO_DIGITS.replace(".COMMENT 7 12  224", ".COMMENT seven"), "line 5");
    assertRefused(TWO_DIGITS.replace("150  100", "150"), "line 9");
    assertRefused(TWO_DIGITS.replace(".COMMENT 7 12  224", ""), "line 7");
    assertRefused(TWO_DIGITS.replace(".PEN_UP", ""), "line 16");
    assertRefused(".COMMENT 1 26 54\n.SEGMENT DIGIT 1 ? \"1\"", "line 2");
  }

  @Test
  void anotherFileOfThatNameIsNotTakenForThePublicOne() throws IOException {
    Files.createDirectories(folder.resolve("pendigits"));
    Files.writeString(folder.resolve("pendigits/pendigits-orig.tra"), TWO_DIGITS);

    assertThatExceptionOfType(DataUnusable.class)
        .isThrownBy(() -> PenDigits.read(DataHome.at(folder)))
        .withMessageContaining("pendigits-orig.tra")
        .withMessageContaining("SHA-256");
  }

  @Test
  void aMissingFileIsSaidSo() {
    assertThatExceptionOfType(DataUnusable.class)
        .isThrownBy(() -> UnipenFile.read(folder.resolve("none")))
        .withMessageContaining("none");
  }

  private UnipenFile read(String text) throws IOException {
    return UnipenFile.read(Files.writeString(folder.resolve("digits"), text));
  }

  private void assertRefused(String text, String where) {
    assertThatExceptionOfType(DataUnusable.class)
        .isThrownBy(() -> read(text))
        .withMessageContaining("digits")
        .withMessageContaining(where);
  }
}
