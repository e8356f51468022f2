package dev.inkling.model.ink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.inkling.model.UnreadablePicture;
import dev.inkling.model.UnreadablePicture.Reason;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// BMPs of the kinds that bmpsuite has: those that are right, and those that are not.
class BmpTest {
  private static final float HALF_A_LEVEL = 0.5f / 255;
  private static final int[] NO_MASKS = {};
  private static final int[][] NO_PALETTE = {};
  private static final float RED = 0.299f;
  private static final float GREEN = 0.587f;
  private static final float BLUE = 0.114f;

  private final PictureDecoder decoder = new PictureDecoder();

  @ParameterizedTest
  @ValueSource(ints = {12, 40, 52, 56, 108, 124})
  void aPaletteIsLookedUpWhateverTheHeader(int header) {
    assertReads(indexed(header, 2, 1, 0xA0), 1, 0, 1, 0);
    assertReads(indexed(header, 16, 4, 0x0F, 0x5A), 0, 1, 5 / 15f, 10 / 15f);
    assertReads(indexed(header, 256, 8, 0, 255, 51, 102), 0, 1, 0.2f, 0.4f);
  }

  @Test
  void rowsComeFromBelowOrFromTheTop() {
    byte[] rows = bytes(0, 0, 0, 0, 255, 255, 255, 255);

    assertThat(read(new BmpWriter(40, 4, 2, 8, 0, NO_MASKS, greys(256), rows)))
        .containsExactly(1, 1, 1, 1, 0, 0, 0, 0);
    assertThat(read(new BmpWriter(40, 4, -2, 8, 0, NO_MASKS, greys(256), rows)))
        .containsExactly(0, 0, 0, 0, 1, 1, 1, 1);
  }

  @Test
  void runLengthsAreUndone() {
    // Two of grey 51, three others as they are, the end of a row; then one further on.
    byte[] eight = bytes(2, 51, 0, 3, 0, 102, 255, 0, 0, 0, 0, 2, 1, 0, 2, 255, 0, 1);
    assertThat(read(new BmpWriter(40, 5, 2, 8, 1, NO_MASKS, greys(256), eight)))
        .containsExactly(new float[] {0, 1, 1, 0, 0, 0.2f, 0.2f, 0, 0.4f, 1}, within(HALF_A_LEVEL));
    byte[] four = bytes(3, 0xF0, 0, 0, 2, 0x5A, 0, 1);
    assertThat(read(new BmpWriter(40, 3, 2, 4, 2, NO_MASKS, greys(16), four)))
        .containsExactly(new float[] {5 / 15f, 10 / 15f, 0, 1, 0, 1}, within(HALF_A_LEVEL));
  }

  @Test
  void runsThatGoBeyondThePictureOrEndEarlyLeaveTheRest() {
    assertThat(
            read(new BmpWriter(40, 4, 2, 8, 1, NO_MASKS, greys(256), bytes(200, 255, 0, 0, 0, 1))))
        .containsExactly(0, 0, 0, 0, 1, 1, 1, 1);
    assertThat(read(new BmpWriter(40, 4, 2, 8, 1, NO_MASKS, greys(256), bytes(4, 255)))).hasSize(8);
  }

  @Test
  void coloursAreTakenFromTheirBits() {
    assertReads(
        plain(16, NO_MASKS, 0x00, 0x7C, 0xE0, 0x03, 0x1F, 0x00, 0xFF, 0x7F), RED, GREEN, BLUE, 1);
    assertReads(
        plain(16, new int[] {0xF800, 0x7E0, 0x1F}, 0, 0xF8, 0xE0, 7, 0x1F, 0, 0xFF, 0xFF),
        RED,
        GREEN,
        BLUE,
        1);
    assertReads(
        plain(24, NO_MASKS, 0, 0, 255, 0, 255, 0, 255, 0, 0, 255, 255, 255), RED, GREEN, BLUE, 1);
    assertReads(
        plain(32, NO_MASKS, 0, 0, 255, 0, 0, 255, 0, 0, 255, 0, 0, 0, 255, 255, 255, 0),
        RED,
        GREEN,
        BLUE,
        1);
    assertReads(
        plain(
            32,
            new int[] {0xFF, 0xFF00, 0xFF0000},
            255,
            0,
            0,
            0,
            0,
            255,
            0,
            0,
            0,
            0,
            255,
            0,
            255,
            255,
            255,
            0),
        RED,
        GREEN,
        BLUE,
        1);
  }

  @ParameterizedTest
  @ValueSource(ints = {56, 108, 124})
  void whatIsTransparentShowsWhitePaper(int header) {
    int[] masks = {0xFF0000, 0xFF00, 0xFF, 0xFF000000};
    byte[] pixels = bytes(0, 0, 0, 255, 0, 0, 0, 0, 0, 0, 0, 51, 255, 255, 255, 255);

    assertReads(new BmpWriter(header, 4, 1, 32, 3, masks, NO_PALETTE, pixels), 0, 1, 0.8f, 1);
  }

  @ParameterizedTest
  @CsvSource({
    // Header, depth, compression: OS/2 2, two bits, fifteen, and files within the file.
    "64, 8, 0",
    "16, 8, 0",
    "40, 2, 0",
    "40, 0, 0",
    "40, 15, 0",
    "40, 8, 1000",
    "40, 8, -1",
    "40, 0, 4",
    "40, 0, 5",
    "40, 32, 6",
    "0, 8, 0",
    "2147483647, 8, 0",
    "-1, 8, 0"
  })
  void anotherKindIsRefusedAsSuch(int header, int depth, int compression) {
    byte[] file =
        new BmpWriter(64, 2, 2, depth, compression, NO_MASKS, greys(256), new byte[100]).file();
    ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putInt(14, header);

    assertRefused(file, Reason.UNKNOWN_FORMAT);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 2, 8, 0",
    "2, 0, 8, 0",
    "-2, 2, 8, 0",
    "2, -2147483648, 8, 0",
    "2, 2, 8, 2",
    "2, 2, 4, 1"
  })
  void sidesAndRunsThatCannotBeAreRefused(int width, int height, int depth, int compression) {
    assertRefused(
        new BmpWriter(40, width, height, depth, compression, NO_MASKS, greys(16), new byte[100])
            .file(),
        Reason.DAMAGED);
  }

  @Test
  void hugeSidesAreRefused() {
    assertRefused(
        new BmpWriter(40, 9000, 9000, 8, 0, NO_MASKS, greys(256), new byte[9]).file(),
        Reason.TOO_LARGE);
  }

  @Test
  void whereThePixelsAreHasToBeInTheFile() {
    for (int offset : new int[] {0, -5, 1_000_000, Integer.MAX_VALUE, Integer.MIN_VALUE}) {
      byte[] file = indexed(40, 256, 8, 0, 255, 51, 102).file();
      ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putInt(10, offset);

      assertRefused(file, Reason.DAMAGED);
    }
  }

  @Test
  void aFileThatEndsAnywhereIsRefused() {
    byte[] file = indexed(40, 256, 8, 0, 255, 51, 102).file();

    for (int length = 2; length < file.length; length += 7) {
      assertRefused(Arrays.copyOf(file, length), Reason.DAMAGED);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 500_000_000, Integer.MAX_VALUE, Integer.MIN_VALUE})
  void aPaletteOfAnySizeCostsNothing(int colours) {
    byte[] file = indexed(40, 256, 8, 0, 255, 51, 102).file();
    ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putInt(46, colours);

    assertThat(decoder.decode(file).luminance()).hasSize(4);
  }

  private void assertReads(BmpWriter bmp, float... luminance) {
    assertThat(read(bmp)).containsExactly(luminance, within(HALF_A_LEVEL));
  }

  private float[] read(BmpWriter bmp) {
    return decoder.decode(bmp.file()).luminance();
  }

  private void assertRefused(byte[] file, Reason reason) {
    assertThatExceptionOfType(UnreadablePicture.class)
        .isThrownBy(() -> decoder.decode(file))
        .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo(reason));
  }

  /// One row of four pixels.
  private static BmpWriter indexed(int header, int colours, int depth, int... row) {
    return new BmpWriter(
        header, 4, 1, depth, 0, NO_MASKS, greys(colours), Arrays.copyOf(bytes(row), 4));
  }

  /// One row of four pixels.
  private static BmpWriter plain(int depth, int[] masks, int... row) {
    int compression = masks.length == 0 ? 0 : 3;
    return new BmpWriter(40, 4, 1, depth, compression, masks, NO_PALETTE, bytes(row));
  }

  private static int[][] greys(int count) {
    var palette = new int[count][];
    for (int i = 0; i < count; i++) {
      int grey = i * 255 / (count - 1);
      palette[i] = new int[] {grey, grey, grey};
    }
    return palette;
  }

  private static byte[] bytes(int... values) {
    var bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }
}
