package dev.inkling.model.ink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.inkling.model.UnreadablePicture;
import dev.inkling.model.UnreadablePicture.Reason;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PictureDecoderTest {
  private static final float HALF_A_LEVEL = 0.5f / 255;

  private final PictureDecoder decoder = new PictureDecoder();

  @Test
  void everyGreyLevelOfAnEightBitPngKeepsItsValue() {
    var image = new BufferedImage(256, 1, BufferedImage.TYPE_BYTE_GRAY);
    for (int level = 0; level < 256; level++) {
      image.getRaster().setSample(level, 0, 0, level);
    }

    float[] luminance = decoder.decode(TestPictures.encode(image, "png")).luminance();

    for (int level = 0; level < 256; level++) {
      assertThat(luminance[level]).isCloseTo(level / 255f, within(HALF_A_LEVEL));
    }
  }

  @Test
  void everyGreyLevelOfASixteenBitPngKeepsItsValue() {
    var image = new BufferedImage(256, 1, BufferedImage.TYPE_USHORT_GRAY);
    for (int x = 0; x < 256; x++) {
      image.getRaster().setSample(x, 0, 0, Math.min(x * 257 + x % 100, 65_535));
    }

    float[] luminance = decoder.decode(TestPictures.encode(image, "png")).luminance();

    for (int x = 0; x < 256; x++) {
      assertThat(luminance[x]).isCloseTo(x / 255f, within(HALF_A_LEVEL));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4, 8})
  void aPaletteOfAnyDepthIsLookedUp(int bits) {
    int colours = 1 << bits;
    var random = new Random(bits);
    var red = new byte[colours];
    var green = new byte[colours];
    var blue = new byte[colours];
    random.nextBytes(red);
    random.nextBytes(green);
    random.nextBytes(blue);
    var model = new IndexColorModel(bits, colours, red, green, blue);
    var image =
        bits == 8
            ? new BufferedImage(colours, 1, BufferedImage.TYPE_BYTE_INDEXED, model)
            : new BufferedImage(colours, 1, BufferedImage.TYPE_BYTE_BINARY, model);
    for (int x = 0; x < colours; x++) {
      image.getRaster().setSample(x, 0, 0, x);
    }

    float[] luminance = decoder.decode(TestPictures.encode(image, "png")).luminance();

    for (int x = 0; x < colours; x++) {
      assertThat(luminance[x])
          .isCloseTo(luma(red[x] & 0xFF, green[x] & 0xFF, blue[x] & 0xFF), within(HALF_A_LEVEL));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "png, 5", // TYPE_3BYTE_BGR
    "png, 1", // TYPE_INT_RGB
    "bmp, 5",
    "bmp, 1",
    "bmp, 9", // TYPE_USHORT_555_RGB
    "bmp, 8" // TYPE_USHORT_565_RGB
  })
  void coloursBecomeRec601Luma(String format, int type) {
    var random = new Random(7);
    var image = new BufferedImage(64, 3, type);
    for (int x = 0; x < 64; x++) {
      image.setRGB(x, 1, random.nextInt());
    }

    Picture picture = decoder.decode(TestPictures.encode(image, format));

    for (int x = 0; x < 64; x++) {
      int rgb = image.getRGB(x, 1);
      assertThat(picture.luminance()[64 + x])
          .isCloseTo(luma(rgb >> 16 & 0xFF, rgb >> 8 & 0xFF, rgb & 0xFF), within(HALF_A_LEVEL));
    }
  }

  @Test
  void whatIsTransparentShowsWhitePaper() {
    var image = new BufferedImage(3, 1, BufferedImage.TYPE_INT_ARGB);
    image.setRGB(0, 0, 0x00000000);
    image.setRGB(1, 0, 0x80000000);
    image.setRGB(2, 0, 0xFF000000);

    float[] luminance = decoder.decode(TestPictures.encode(image, "png")).luminance();

    assertThat(luminance).containsExactly(new float[] {1, 1 - 128 / 255f, 0}, within(HALF_A_LEVEL));
  }

  @ParameterizedTest
  @ValueSource(ints = {BufferedImage.TYPE_INT_ARGB, BufferedImage.TYPE_4BYTE_ABGR_PRE})
  void whiteInkOnNothingIsLaidOverBlack(int type) {
    var image = new BufferedImage(3, 1, type);
    image.setRGB(1, 0, 0x80FFFFFF);
    image.setRGB(2, 0, 0xFFFFFFFF);

    float[] luminance = decoder.decode(TestPictures.encode(image, "png")).luminance();

    assertThat(luminance).containsExactly(new float[] {0, 128 / 255f, 1}, within(HALF_A_LEVEL));
  }

  @Test
  void whiteInkOnNothingInAPaletteIsLaidOverBlack() {
    byte[] full = {-1, -1};
    var palette = new IndexColorModel(1, 2, full, full, full, new byte[] {0, -1});
    var image = new BufferedImage(2, 1, BufferedImage.TYPE_BYTE_BINARY, palette);
    image.getRaster().setSample(1, 0, 0, 1);

    float[] luminance = decoder.decode(TestPictures.encode(image, "png")).luminance();

    assertThat(luminance).containsExactly(0, 1);
  }

  @Test
  void greyWithAlphaKeepsItsValues() {
    var type =
        ImageTypeSpecifier.createInterleaved(
            java.awt.color.ColorSpace.getInstance(java.awt.color.ColorSpace.CS_GRAY),
            new int[] {0, 1},
            DataBuffer.TYPE_BYTE,
            true,
            false);
    BufferedImage image = type.createBufferedImage(256, 1);
    for (int level = 0; level < 256; level++) {
      image.getRaster().setSample(level, 0, 0, level);
      image.getRaster().setSample(level, 0, 1, level % 2 == 0 ? 255 : 51);
    }

    float[] luminance = decoder.decode(TestPictures.encode(image, "png")).luminance();

    for (int level = 0; level < 256; level++) {
      float opacity = level % 2 == 0 ? 1 : 0.2f;
      assertThat(luminance[level])
          .isCloseTo(level / 255f * opacity + 1 - opacity, within(HALF_A_LEVEL));
    }
  }

  @Test
  void anInterlacedPngIsTheSamePicture() throws IOException {
    BufferedImage image = new DrawingRenderer().render(ScriptedHand.draw(5));
    ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
    ImageWriteParam interlaced = writer.getDefaultWriteParam();
    interlaced.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
    var bytes = new ByteArrayOutputStream();
    try (ImageOutputStream stream = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(stream);
      writer.write(null, new IIOImage(image, null, null), interlaced);
    }

    assertThat(decoder.decode(bytes.toByteArray()).luminance())
        .isEqualTo(decoder.decode(TestPictures.encode(image, "png")).luminance());
  }

  @ParameterizedTest
  @ValueSource(strings = {"seven.jpg", "seven-cmyk.jpg", "seven.bmp"})
  void everyFormatShowsTheSameSeven(String name) {
    Picture reference = decoder.decode(TestPictures.file("seven.png"));
    Picture picture = decoder.decode(TestPictures.file(name));

    assertThat(meanDifference(picture, reference)).isLessThan(0.02);
  }

  @ParameterizedTest
  @ValueSource(strings = {"seven-turned.jpg", "seven-turned.png"})
  void aPictureIsTurnedTheWayItsCameraWasHeld(String name) {
    Picture reference = decoder.decode(TestPictures.file("seven.png"));
    Picture picture = decoder.decode(TestPictures.file(name));

    assertThat(picture.width()).isEqualTo(reference.width());
    assertThat(meanDifference(picture, reference)).isLessThan(0.02);
  }

  @ParameterizedTest
  @CsvSource({
    "1, abcdef",
    "2, badcfe",
    "3, fedcba",
    "4, efcdab",
    "5, acebdf",
    "6, ecafdb",
    "7, fdbeca",
    "8, bdface"
  })
  void eachOrientationTagTurnsItsOwnWay(int tag, String expected) {
    // Two pixels wide, three high: ab, cd, ef.
    var picture = new Picture(2, 3, letters("abcdef"));

    Picture turned = new Orientation(tag).turn(picture);

    assertThat(turned.luminance()).isEqualTo(letters(expected));
    assertThat(turned.width()).isEqualTo(tag < 5 ? 2 : 3);
  }

  @Test
  void noBytesAreRefusedAsEmpty() {
    assertRefused(new byte[0], Reason.EMPTY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"GIF89a", "<svg/>", "%PDF-1.7", "hello", "B", "\u0000"})
  void otherFilesAreRefusedAsUnknown(String text) {
    assertRefused(
        text.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1), Reason.UNKNOWN_FORMAT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"seven.png", "seven.jpg", "seven.bmp", "seven-cmyk.jpg"})
  void aFileCutShortAnywhereIsRefusedAsDamaged(String name) {
    byte[] file = TestPictures.file(name);

    for (int percent : new int[] {10, 30, 50, 70, 90}) {
      assertRefused(Arrays.copyOf(file, file.length * percent / 100), Reason.DAMAGED);
    }
  }

  @ParameterizedTest
  @CsvSource({"30000, 30000", "20000, 10", "10, 20000", "5000, 5000"})
  void aPictureThatAsksForTooManyPixelsIsRefusedUndecoded(int width, int height) {
    assertRefused(TestPictures.png(width, height, 8, 0, 0, new byte[] {1, 2, 3}), Reason.TOO_LARGE);
  }

  @Test
  void mutatedFilesGiveAPictureOrARefusalAndNothingElse() {
    var random = new Random(20_261_123);
    for (String name : new String[] {"seven.png", "seven.jpg", "seven.bmp", "seven-cmyk.jpg"}) {
      byte[] file = TestPictures.file(name);
      for (int round = 0; round < 500; round++) {
        byte[] mutated = file.clone();
        for (int i = random.nextInt(1, 9); i > 0; i--) {
          // Headers break more than pixels do: aim there half of the time.
          int reach = random.nextBoolean() ? Math.min(64, mutated.length) : mutated.length;
          mutated[random.nextInt(reach)] = (byte) random.nextInt();
        }
        try {
          assertThat(decoder.decode(mutated).luminance()).isNotEmpty();
        } catch (UnreadablePicture refusal) {
          assertThat(refusal.sentence()).endsWith(".");
        }
      }
    }
  }

  @Test
  void aPictureWhereAnotherWasIsAsIfItWereTheFirst() {
    List<byte[]> files = PictureSeeds.all();
    for (byte[] file : files) {
      float[] alone = decoder.decode(file).luminance();
      for (byte[] before : files) {
        decoder.lend(before, Picture::width);
        assertThat(decoder.<float[]>lend(file, picture -> picture.luminance().clone()))
            .isEqualTo(alone);
      }
    }
  }

  @Test
  void aGlyphStaysWhenTheNextPictureIsLent() {
    for (Preprocessing preprocessing : new Preprocessing[] {new Normalizer(), new Resize()}) {
      for (int side : new int[] {28, 280}) {
        byte[] seven = TestPictures.encode(drawn(7, side), "png");
        byte[] one = TestPictures.encode(drawn(1, side), "png");

        Glyph glyph = decoder.lend(seven, preprocessing::apply);
        decoder.lend(one, preprocessing::apply);

        assertThat(glyph.ink()).isEqualTo(preprocessing.apply(decoder.decode(seven)).ink());
      }
    }
  }

  private static BufferedImage drawn(int digit, int side) {
    var image = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_GRAY);
    BufferedImage drawing = new DrawingRenderer().render(ScriptedHand.draw(digit));
    image.createGraphics().drawImage(drawing, 0, 0, side, side, null);
    return image;
  }

  private void assertRefused(byte[] upload, Reason reason) {
    assertThatExceptionOfType(UnreadablePicture.class)
        .isThrownBy(() -> decoder.decode(upload))
        .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo(reason))
        .satisfies(refusal -> assertThat(refusal.sentence()).contains("send"));
  }

  private static float luma(int red, int green, int blue) {
    return (0.299f * red + 0.587f * green + 0.114f * blue) / 255;
  }

  private static double meanDifference(Picture one, Picture other) {
    double sum = 0;
    for (int i = 0; i < one.luminance().length; i++) {
      sum += Math.abs(one.luminance()[i] - other.luminance()[i]);
    }
    return sum / one.luminance().length;
  }

  private static float[] letters(String text) {
    var values = new float[text.length()];
    for (int i = 0; i < values.length; i++) {
      values[i] = text.charAt(i) / 128f;
    }
    return values;
  }
}
