package dev.inkling.model.ink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.inkling.model.UnreadablePicture;
import dev.inkling.model.UnreadablePicture.Reason;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// JPEGs of every kind that cameras, scanners and programs write, and of some that nobody reads.
class JpegTest {
  private static final int WIDTH = 48;
  private static final int HEIGHT = 32;
  private static final float SOME_LEVELS = 6f / 255;

  private final PictureDecoder decoder = new PictureDecoder();

  @ParameterizedTest
  @CsvSource({
    "1, 1, 0", "2, 1, 0", "1, 2, 0", "2, 2, 0", "4, 1, 0", "4, 2, 0", "1, 1, 2", "2, 2, 1"
  })
  void coloursMayBeCoarserAndTheDecoderMayBeginAnew(int across, int down, int restart) {
    assertShowsItsHalves(JpegWriter.sampled(halves(), across, down, restart));
  }

  @Test
  void passesMakeTheSamePicture() {
    assertShowsItsHalves(JpegWriter.progressive(halves()));
  }

  @Test
  void greyIsReadAsItIs() {
    var grey = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        grey.getRaster().setSample(x, y, 0, 5 * x);
      }
    }

    float[] luminance = decoder.decode(TestPictures.encode(grey, "jpg")).luminance();

    for (int x = 0; x < WIDTH; x++) {
      assertThat(luminance[x]).isBetween(5 * x / 255f - SOME_LEVELS, 5 * x / 255f + SOME_LEVELS);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 0, 9, 65_535})
  void itIsTurnedAsItsCameraSays(int tag) {
    byte[] file = withSegment(usual(), exif(tag));

    Picture picture = decoder.decode(file);

    boolean onItsSide = tag >= 5 && tag <= 8;
    assertThat(picture.width()).isEqualTo(onItsSide ? HEIGHT : WIDTH);
    // The red half is at the left; a camera held otherwise has it elsewhere.
    int last = picture.luminance().length - 1;
    int redAt =
        switch (tag) {
          case 2, 3, 7, 8 -> last;
          default -> 0;
        };
    assertThat(picture.luminance()[redAt]).isLessThan(0.5f);
    assertThat(picture.luminance()[last - redAt]).isGreaterThan(0.5f);
  }

  @Test
  void metadataThatAreBrokenAreNoReasonToRefuseIt() {
    assertShowsItsHalves(withSegment(usual(), segment(0xE1, "Exif\0\0MM")));
    assertShowsItsHalves(withSegment(usual(), segment(0xE2, "ICC_PROFILE\0\1\1nonsense")));
    assertShowsItsHalves(withSegment(usual(), segment(0xED, "Photoshop 3.0\0nonsense")));
    assertShowsItsHalves(withSegment(usual(), segment(0xFE, "a comment \u00FF\u00DA of scans")));
  }

  @ParameterizedTest
  @ValueSource(ints = {0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF})
  void arithmeticAndHierarchicalKindsAreRefusedAsSuch(int frame) {
    assertRefused(
        edited(0xC0, segment -> new JpegWriter.Segment(frame, segment.data())),
        Reason.UNKNOWN_FORMAT);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 12, 16, 255})
  void moreThanEightBitsAreRefusedAsAnotherKind(int precision) {
    assertRefused(edited(0xC0, segment -> changed(segment, 2, precision)), Reason.UNKNOWN_FORMAT);
  }

  @Test
  void aLosslessFrameAroundOtherPixelsIsDamaged() {
    assertRefused(
        edited(0xC0, segment -> new JpegWriter.Segment(0xC3, segment.data())), Reason.DAMAGED);
  }

  @ParameterizedTest
  @CsvSource({
    // Height, width, components, sampling, its table: each as no frame has it.
    "3, 0",
    "7, 0",
    "7, 5",
    "7, 255",
    "9, 0",
    "9, 255",
    "10, 9"
  })
  void aFrameThatCannotBeIsRefused(int at, int value) {
    assertRefused(
        edited(
            0xC0,
            segment ->
                at == 3 ? changed(changed(segment, 3, 0), 4, 0) : changed(segment, at, value)),
        Reason.DAMAGED);
  }

  @ParameterizedTest
  @ValueSource(ints = {0xC0, 0xC4, 0xDA, 0xDB, 0xD9})
  void whatItCannotBeWithoutIsMissed(int marker) {
    List<JpegWriter.Segment> without =
        JpegWriter.segments(usual()).stream().filter(each -> each.marker() != marker).toList();

    assertRefused(JpegWriter.file(without), Reason.DAMAGED);
  }

  @Test
  void aFileThatEndsAnywhereIsRefused() {
    byte[] file = usual();

    for (int length = 3; length < file.length; length++) {
      assertRefused(Arrays.copyOf(file, length), Reason.DAMAGED);
    }
  }

  @Test
  void hugeSidesAreRefusedBeforeAnythingIsMadeForThem() {
    assertRefused(
        edited(0xC0, segment -> changed(changed(segment, 3, 255), 5, 255)), Reason.TOO_LARGE);
  }

  @Test
  void endlessPassesAreRefusedUndecoded() {
    assertThat(decoder.decode(JpegWriter.ofScans(64, 64, 20)).luminance()).hasSize(64 * 64);
    assertRefused(JpegWriter.ofScans(4000, 4000, 2000), Reason.TOO_LARGE);
  }

  private void assertShowsItsHalves(byte[] file) {
    Picture picture = decoder.decode(file);

    assertThat(picture.width()).isEqualTo(WIDTH);
    assertThat(picture.height()).isEqualTo(HEIGHT);
    // Away from the edge between them, for coarse colours run there.
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        float expected = x < WIDTH / 2 ? 0.299f : 1;
        if (Math.abs(x - WIDTH / 2) > 8) {
          assertThat(picture.luminance()[y * WIDTH + x])
              .isBetween(expected - SOME_LEVELS, expected + SOME_LEVELS);
        }
      }
    }
  }

  private void assertRefused(byte[] file, Reason reason) {
    assertThatExceptionOfType(UnreadablePicture.class)
        .isThrownBy(() -> decoder.decode(file))
        .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo(reason));
  }

  /// Red at the left, white at the right.
  private static BufferedImage halves() {
    var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, WIDTH, HEIGHT);
    pen.setColor(Color.RED);
    pen.fillRect(0, 0, WIDTH / 2, HEIGHT);
    pen.dispose();
    return image;
  }

  private static byte[] usual() {
    return JpegWriter.sampled(halves(), 1, 1, 0);
  }

  private static byte[] edited(int marker, UnaryOperator<JpegWriter.Segment> edit) {
    return JpegWriter.file(
        JpegWriter.segments(usual()).stream()
            .map(each -> each.marker() == marker ? edit.apply(each) : each)
            .toList());
  }

  private static JpegWriter.Segment changed(JpegWriter.Segment segment, int at, int value) {
    byte[] data = segment.data().clone();
    data[at] = (byte) value;
    return new JpegWriter.Segment(segment.marker(), data);
  }

  private static byte[] withSegment(byte[] file, JpegWriter.Segment segment) {
    var segments = new ArrayList<>(JpegWriter.segments(file));
    segments.add(1, segment);
    return JpegWriter.file(segments);
  }

  private static JpegWriter.Segment segment(int marker, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    var data = new ByteArrayOutputStream();
    data.write((bytes.length + 2) >> 8);
    data.write(bytes.length + 2);
    data.writeBytes(bytes);
    return new JpegWriter.Segment(marker, data.toByteArray());
  }

  /// One directory with one entry: the orientation, a short.
  private static JpegWriter.Segment exif(int tag) {
    return segment(
        0xE1,
        "Exif\0\0MM\0*\0\0\0\u0008\0\u0001\u0001\u0012\0\u0003\0\0\0\u0001"
            + (char) (tag >> 8)
            + (char) (tag & 0xFF)
            + "\0\0\0\0\0\0");
  }
}
