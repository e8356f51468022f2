package dev.inkling.model.ink;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.Random;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainPngTest {
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
              width, height, 8, colourType, 0, noise(random, width * channels, height));

      assertThat(quick(file).orElseThrow().luminance()).isEqualTo(byJava(file).luminance());
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

      assertThat(quick(file).orElseThrow().luminance()).isEqualTo(byJava(file).luminance());
    }
  }

  @Test
  void whatIsMutatedIsEitherReadAsJavaReadsItOrLeftToJava() {
    byte[] file = TestPictures.file("seven.png");
    var random = new Random(99);
    int read = 0;
    for (int round = 0; round < 2000; round++) {
      byte[] mutated = file.clone();
      mutated[random.nextInt(33, mutated.length)] = (byte) random.nextInt();
      Optional<Picture> quick = quick(mutated);
      if (quick.isPresent()) {
        read++;
        assertThat(quick.get().luminance()).isEqualTo(byJavaOrQuick(mutated, quick.get()));
      }
    }
    assertThat(read).isPositive();
  }

  @ParameterizedTest
  @CsvSource({"16, 0, 0", "8, 3, 0", "8, 4, 0", "1, 0, 0", "8, 2, 1", "8, 7, 0"})
  void whatIsNotPlainIsLeftToJava(int depth, int colourType, int interlace) {
    byte[] file = TestPictures.png(4, 4, depth, colourType, interlace, new byte[10]);

    assertThat(PlainPng.of(file)).isEmpty();
  }

  private static Optional<Picture> quick(byte[] file) {
    return PlainPng.of(file).flatMap(png -> png.picture(Luminance.OVER_WHITE));
  }

  private static Picture byJava(byte[] file) throws IOException {
    return Luminance.OVER_WHITE.of(ImageIO.read(new ByteArrayInputStream(file)));
  }

  /// A changed checksum is all the same to the pixels, but not always to Java's reader.
  private static float[] byJavaOrQuick(byte[] file, Picture quick) {
    try {
      return byJava(file).luminance();
    } catch (IOException | RuntimeException refused) {
      return quick.luminance();
    }
  }

  /// Rows of noise, each with a filter drawn by lot.
  private static byte[] noise(Random random, int bytes, int height) throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var deflater = new DeflaterOutputStream(packed)) {
      var row = new byte[bytes];
      for (int y = 0; y < height; y++) {
        deflater.write(random.nextInt(5));
        random.nextBytes(row);
        deflater.write(row);
      }
    }
    return packed.toByteArray();
  }
}
