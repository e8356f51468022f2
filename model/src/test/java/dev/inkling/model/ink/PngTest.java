package dev.inkling.model.ink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.zip.DataFormatException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PngTest {
  @ParameterizedTest
  @ValueSource(ints = {0, 2, 6})
  void everyFilterGivesTheBitsThatJavasReaderGives(int colourType) throws IOException {
    int channels = colourType == 0 ? 1 : colourType == 2 ? 3 : 4;
    var random = new Random(colourType);
    for (int round = 0; round < 60; round++) {
      int width = random.nextInt(1, 40);
      int height = random.nextInt(1, 40);
      byte[] file =
          TestPictures.png(
              width,
              height,
              8,
              colourType,
              0,
              PngWriter.deflated(noise(random, width * channels, height)));

      assertThat(read(file).orElseThrow().luminance()).isEqualTo(byJava(file).luminance());
    }
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "0, 2", "0, 4", "0, 8", "2, 8", "4, 8", "6, 8", "6, 16"})
  void rowsThatHardlyDifferFromThoseAboveGiveWhatJavasReaderGives(int colourType, int depth)
      throws IOException {
    var random = new Random(7L * colourType + depth);
    for (int round = 0; round < 40; round++) {
      // The largest are inflated in several parts, which end amid a row.
      int width = 1 << random.nextInt(13);
      int height = random.nextInt(1, 40);
      int bytes = Math.ceilDiv(width * PngWriter.channels(colourType) * depth, 8);
      byte[] file =
          TestPictures.png(
              width,
              height,
              depth,
              colourType,
              0,
              PngWriter.deflated(specks(random, bytes, height)));

      assertThat(farthest(read(file).orElseThrow().luminance(), byJava(file).luminance()))
          .isLessThan(1e-6f);
    }
  }

  @ParameterizedTest
  @CsvSource({"5, png", "6, png", "10, png", "1, png"})
  void drawingsGiveTheBitsThatJavasReaderGives(int imageType, String format) throws IOException {
    for (int digit = 0; digit <= 9; digit++) {
      BufferedImage drawn = new DrawingRenderer().render(ScriptedHand.draw(digit));
      var image = new BufferedImage(drawn.getWidth(), drawn.getHeight(), imageType);
      image.createGraphics().drawImage(drawn, 0, 0, null);
      byte[] file = TestPictures.encode(image, format);

      assertThat(read(file).orElseThrow().luminance()).isEqualTo(byJava(file).luminance());
    }
  }

  @ParameterizedTest
  @CsvSource({"0, 16", "2, 16", "4, 8", "4, 16", "6, 16"})
  void sixteenBitsAndGreyWithAlphaGiveWhatJavasReaderGives(int colourType, int depth)
      throws IOException {
    var random = new Random(colourType + depth);
    for (boolean adam7 : new boolean[] {false, true}) {
      int[] samples =
          random.ints(33L * 21 * PngWriter.channels(colourType), 0, 1 << depth).toArray();
      byte[] file =
          new PngWriter(33, 21, colourType, depth, adam7, samples, List.of(), List.of()).file();

      assertThat(read(file).orElseThrow().luminance())
          .containsExactly(byJava(file).luminance(), within(1e-6f));
    }
  }

  @Test
  void pixelsThatAreMutatedAreReadAsJavaReadsThemOrRefused() {
    var random = new Random(99);
    byte[] pixels = PngWriter.deflated(noise(random, 30, 30));
    int read = 0;
    for (int round = 0; round < 2000; round++) {
      byte[] mutated = pixels.clone();
      mutated[random.nextInt(mutated.length)] = (byte) random.nextInt();
      byte[] file = TestPictures.png(10, 30, 8, 2, 0, mutated);
      Optional<Picture> picture = read(file);
      if (picture.isPresent()) {
        read++;
        assertThat(picture.get().luminance()).isEqualTo(byJavaOrOurs(file, picture.get()));
      }
    }
    assertThat(read).isPositive();
  }

  private static float farthest(float[] some, float[] others) {
    assertThat(some).hasSameSizeAs(others);
    float farthest = 0;
    for (int i = 0; i < some.length; i++) {
      farthest = Math.max(farthest, Math.abs(some[i] - others[i]));
    }
    return farthest;
  }

  private static Optional<Picture> read(byte[] file) {
    try {
      return Optional.of(Png.of(file).picture(Luminance.OVER_WHITE, float[]::new));
    } catch (DataFormatException refused) {
      return Optional.empty();
    }
  }

  private static Picture byJava(byte[] file) throws IOException {
    return Luminance.OVER_WHITE.of(ImageIO.read(new ByteArrayInputStream(file)));
  }

  /// Java's reader refuses some that are whole as far as the standard goes.
  private static float[] byJavaOrOurs(byte[] file, Picture ours) {
    try {
      return byJava(file).luminance();
    } catch (IOException | RuntimeException refused) {
      return ours.luminance();
    }
  }

  /// Rows of little but zeros, nearly all of which tell by what they differ from the one above.
  private static byte[] specks(Random random, int bytes, int height) {
    var rows = ByteBuffer.allocate((1 + bytes) * height);
    for (int y = 0; y < height; y++) {
      var row = new byte[bytes];
      for (int specks = random.nextInt(4); specks > 0; specks--) {
        var speck = new byte[random.nextInt(1, 20)];
        random.nextBytes(speck);
        int at = random.nextInt(bytes);
        System.arraycopy(speck, 0, row, at, Math.min(speck.length, bytes - at));
      }
      rows.put((byte) (random.nextInt(5) == 0 ? random.nextInt(5) : 2)).put(row);
    }
    return rows.array();
  }

  /// Rows of noise, each with a filter drawn by lot.
  private static byte[] noise(Random random, int bytes, int height) {
    var rows = ByteBuffer.allocate((1 + bytes) * height);
    var row = new byte[bytes];
    for (int y = 0; y < height; y++) {
      random.nextBytes(row);
      rows.put((byte) random.nextInt(5)).put(row);
    }
    return rows.array();
  }
}
