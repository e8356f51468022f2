package dev.inkling.model.ink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.inkling.model.UnreadablePicture;
import dev.inkling.model.UnreadablePicture.Reason;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// PNGs that break the standard, each in one way. Those that PngSuite has in files whose names
/// begin with an x are among them.
class BrokenPngTest {
  private static final PngWriter.Chunk PALETTE =
      new PngWriter.Chunk("PLTE", 0, 0, 0, 255, 255, 255);

  private final PictureDecoder decoder = new PictureDecoder();

  static Stream<Arguments> damages() {
    return Stream.of(
        damage("no header", chunks -> without(chunks, "IHDR")),
        damage("two headers", chunks -> with(chunks, 1, grey().header())),
        damage("a short header", chunks -> replaced(chunks, 0, cut(chunks.getFirst()))),
        damage("pixels before the header", chunks -> swapped(chunks, 0, 1)),
        damage("no pixels", chunks -> without(chunks, "IDAT")),
        damage("empty pixels", chunks -> replaced(chunks, 1, new PngWriter.Chunk("IDAT"))),
        damage("pixels cut short", chunks -> replaced(chunks, 1, cut(chunks.get(1)))),
        damage("no end", chunks -> without(chunks, "IEND")),
        damage(
            "something between the pixels",
            chunks -> with(twoPieces(), 2, PngWriter.text("Title\0A digit"))),
        damage(
            "a chunk that nobody knows and everybody needs",
            chunks -> with(chunks, 1, new PngWriter.Chunk("NEED", 1))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("damages")
  void aDamagedFileIsRefused(String name, UnaryOperator<List<PngWriter.Chunk>> damage) {
    assertDamaged(PngWriter.file(damage.apply(whole())));
  }

  @ParameterizedTest
  @CsvSource({
    // PngSuite's xc1n0g08, xc9n2c08, xd0n2c08, xd3n2c08, xd9n2c08.
    "1, 8",
    "9, 8",
    "2, 0",
    "2, 3",
    "2, 99",
    "0, 3",
    "0, 32",
    "2, 4",
    "3, 16",
    "4, 4",
    "6, 1",
    "5, 8",
    "7, 8",
    "-1, 8"
  })
  void aColourTypeWithAnotherDepthIsRefused(int colourType, int depth) {
    assertDamaged(TestPictures.png(4, 4, depth, colourType, 0, PngWriter.deflated(new byte[200])));
  }

  @ParameterizedTest
  @CsvSource({"0, 4", "4, 0", "-4, 4", "0, 0"})
  void aPictureWithoutSidesIsRefused(int width, int height) {
    assertDamaged(TestPictures.png(width, height, 8, 0, 0, PngWriter.deflated(new byte[200])));
  }

  @Test
  void anUnknownInterlacingIsRefused() {
    assertDamaged(TestPictures.png(4, 4, 8, 0, 2, PngWriter.deflated(new byte[200])));
  }

  @Test
  void aPaletteIsNeededBeforeItsPixels() {
    PngWriter indexed = indexed(0, 1);

    assertDamaged(indexed.withBefore(List.of()).file());
    assertDamaged(indexed.withBefore(List.of(new PngWriter.Chunk("PLTE"))).file());
    assertDamaged(indexed.withBefore(List.of(new PngWriter.Chunk("PLTE", 1, 2))).file());
  }

  @Test
  void aColourThatThePaletteLacksIsBlack() {
    assertThat(decoder.decode(indexed(1, 3).file()).luminance()).containsExactly(1, 0);
  }

  @Test
  void aWrongChecksumIsRefusedWhereThePictureHangsOnIt() {
    byte[] file = PngWriter.file(with(whole(), 1, PngWriter.text("Title\0A digit")));
    int text = 8 + 25;
    int pixels = text + 12 + 13;

    assertDamaged(changed(file, 8 + 8 + 13));
    assertDamaged(changed(file, file.length - 13));
    assertDamaged(changed(file, file.length - 1));
    assertThat(decoder.decode(changed(file, pixels - 1)).luminance())
        .isEqualTo(decoder.decode(file).luminance());
  }

  @Test
  void aFileThatEndsAnywhereIsRefused() {
    byte[] file = PngWriter.file(twoPieces());

    for (int length = 8; length < file.length; length++) {
      assertDamaged(Arrays.copyOf(file, length));
    }
  }

  @Test
  void whatComesAfterTheEndIsPassedOver() {
    byte[] file = grey().file();

    assertThat(decoder.decode(Arrays.copyOf(file, file.length + 20)).luminance())
        .isEqualTo(decoder.decode(file).luminance());
  }

  @Test
  void aFilterThatThereIsNotIsRefused() {
    byte[] rows = grey().scanlines();
    rows[0] = 5;

    assertDamaged(PngWriter.file(grey().chunks(PngWriter.deflated(rows))));
  }

  @Test
  void tooFewRowsAreRefusedAndTooManyAreNot() {
    byte[] rows = grey().scanlines();
    byte[] fewer = Arrays.copyOf(rows, rows.length - 1);
    byte[] more = Arrays.copyOf(rows, rows.length + 100);

    assertDamaged(PngWriter.file(grey().chunks(PngWriter.deflated(fewer))));
    assertThat(decoder.decode(PngWriter.file(grey().chunks(PngWriter.deflated(more)))).luminance())
        .isEqualTo(decoder.decode(grey().file()).luminance());
  }

  @Test
  void aFileThatWentThroughATextEditorIsNoPng() {
    // PngSuite's xs1n0g01, xs2n0g01, xs4n0g01, xs7n0g01, xcrn0g04 and xlfn0g04.
    for (int i = 0; i < 8; i++) {
      byte[] file = changed(grey().file(), i);

      assertRefused(file, Reason.UNKNOWN_FORMAT);
    }
  }

  @ParameterizedTest
  @CsvSource({"2147483647, 2147483647", "2147483647, 1", "1, 2147483647", "65536, 65536"})
  void hugeSidesAreRefusedBeforeAnythingIsMadeForThem(int width, int height) {
    assertRefused(
        TestPictures.png(width, height, 16, 6, 1, PngWriter.deflated(new byte[10])),
        Reason.TOO_LARGE);
  }

  private void assertDamaged(byte[] file) {
    assertRefused(file, Reason.DAMAGED);
  }

  private void assertRefused(byte[] file, Reason reason) {
    assertThatExceptionOfType(UnreadablePicture.class)
        .isThrownBy(() -> decoder.decode(file))
        .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo(reason));
  }

  private static PngWriter grey() {
    int[] samples = {0, 50, 100, 150, 200, 250};
    return new PngWriter(3, 2, 0, 8, false, samples, List.of(), List.of());
  }

  private static PngWriter indexed(int... samples) {
    return new PngWriter(2, 1, 3, 2, false, samples, List.of(PALETTE), List.of());
  }

  private static List<PngWriter.Chunk> whole() {
    return grey().chunks(PngWriter.deflated(grey().scanlines()));
  }

  private static List<PngWriter.Chunk> twoPieces() {
    byte[] pixels = PngWriter.deflated(grey().scanlines());
    return grey().withPieces(pixels.length / 2 + 1).chunks(pixels);
  }

  private static Arguments damage(String name, UnaryOperator<List<PngWriter.Chunk>> damage) {
    return Arguments.of(name, damage);
  }

  private static PngWriter.Chunk cut(PngWriter.Chunk chunk) {
    return new PngWriter.Chunk(chunk.type(), Arrays.copyOf(chunk.data(), chunk.data().length / 2));
  }

  private static List<PngWriter.Chunk> without(List<PngWriter.Chunk> chunks, String type) {
    return chunks.stream().filter(chunk -> !chunk.type().equals(type)).toList();
  }

  private static List<PngWriter.Chunk> with(
      List<PngWriter.Chunk> chunks, int at, PngWriter.Chunk chunk) {
    var more = new ArrayList<>(chunks);
    more.add(at, chunk);
    return more;
  }

  private static List<PngWriter.Chunk> replaced(
      List<PngWriter.Chunk> chunks, int at, PngWriter.Chunk chunk) {
    var others = new ArrayList<>(chunks);
    others.set(at, chunk);
    return others;
  }

  private static List<PngWriter.Chunk> swapped(List<PngWriter.Chunk> chunks, int one, int other) {
    return replaced(replaced(chunks, one, chunks.get(other)), other, chunks.get(one));
  }

  private static byte[] changed(byte[] file, int at) {
    byte[] changed = file.clone();
    changed[at] ^= 0x20;
    return changed;
  }
}
