package dev.inkling.model.ink;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Every kind of PNG, written by [PngWriter] from samples that are known, against the luminance
/// that the standard gives those samples: gamma undone as its section 13.13 says, Rec. 601 luma,
/// laid over white.
class PngConformanceTest {
  private static final double ONE_LEVEL = 1 / 255.0;
  private static final double HALF_A_LEVEL = 0.5 / 255;
  private static final int[][] KINDS = {
    {0, 1}, {0, 2}, {0, 4}, {0, 8}, {0, 16}, {2, 8}, {2, 16}, {3, 1}, {3, 2}, {3, 4}, {3, 8},
    {4, 8}, {4, 16}, {6, 8}, {6, 16}
  };

  enum Gamma {
    NONE(List.of(), 1),
    USUAL(List.of(gamma(45_455)), 1),
    LINEAR(List.of(gamma(100_000)), 1 / 2.2),
    MAC(List.of(gamma(55_556)), 1 / (0.55556 * 2.2)),
    SRGB(List.of(new PngWriter.Chunk("sRGB", 0)), 1),
    SRGB_WINS(List.of(gamma(100_000), new PngWriter.Chunk("sRGB", 0)), 1);

    private final List<PngWriter.Chunk> chunks;
    private final double exponent;

    Gamma(List<PngWriter.Chunk> chunks, double exponent) {
      this.chunks = chunks;
      this.exponent = exponent;
    }

    private static PngWriter.Chunk gamma(int hundredThousandths) {
      return new PngWriter.Chunk("gAMA", ByteBuffer.allocate(4).putInt(hundredThousandths).array());
    }
  }

  private final PictureDecoder decoder = new PictureDecoder();

  static Stream<Arguments> everyKind() {
    var kinds = new ArrayList<Arguments>();
    for (int[] kind : KINDS) {
      for (boolean adam7 : new boolean[] {false, true}) {
        for (boolean tRns : kind[0] < 4 ? new boolean[] {false, true} : new boolean[] {false}) {
          for (Gamma gamma : Gamma.values()) {
            kinds.add(Arguments.of(kind[0], kind[1], adam7, tRns, gamma));
          }
        }
      }
    }
    return kinds.stream();
  }

  @ParameterizedTest(name = "colour type {0}, {1} bits, Adam7 {2}, tRNS {3}, gamma {4}")
  @MethodSource("everyKind")
  void theLuminanceIsThatOfTheStandard(
      int colourType, int depth, boolean adam7, boolean tRns, Gamma gamma) {
    var sample = new Sample(23, 19, colourType, depth, adam7, tRns, gamma);

    assertReads(sample, sample.png().file());
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void everySizeIsReadThoughPassesMayBeEmpty(boolean adam7) {
    for (int[] kind : KINDS) {
      for (int width = 1; width <= 9; width++) {
        for (int height = 1; height <= 9; height++) {
          var sample = new Sample(width, height, kind[0], kind[1], adam7, false, Gamma.NONE);

          assertReads(sample, sample.png().file());
        }
      }
    }
  }

  @Test
  void pixelsMayComeInPiecesOfAnySize() {
    for (int[] kind : KINDS) {
      var sample = new Sample(31, 17, kind[0], kind[1], kind[1] == 8, false, Gamma.NONE);

      assertReads(sample, sample.png().withPieces(1).file());
      assertReads(sample, sample.png().withPieces(0, 7, 1, 0, 0, 13).file());
    }
  }

  @Test
  void chunksThatNobodyNeedsArePassedOver() {
    for (int[] kind : KINDS) {
      var sample = new Sample(12, 9, kind[0], kind[1], false, false, Gamma.NONE);
      PngWriter png = sample.png();
      var around = new ArrayList<PngWriter.Chunk>();
      around.add(PngWriter.text("Title\0A digit"));
      around.add(new PngWriter.Chunk("maDe", 1, 2, 3));
      around.add(new PngWriter.Chunk("tEXt", 0xFF, 0xFE));
      around.add(new PngWriter.Chunk("iTXt", 1));
      around.add(new PngWriter.Chunk("zTXt", 'x', 0, 0, 1, 2, 3));
      around.add(new PngWriter.Chunk("pHYs", 1));
      around.add(new PngWriter.Chunk("bKGD", 0));
      around.add(new PngWriter.Chunk("tIME", 0, 0, 0, 0, 0, 0, 0));
      around.add(new PngWriter.Chunk("iCCP", 'x', 0, 0, 1, 2, 3));
      around.add(new PngWriter.Chunk("sBIT", 99));
      around.addAll(png.before());
      around.add(new PngWriter.Chunk("hIST", 1));
      around.add(new PngWriter.Chunk("eXIf", 1));

      assertReads(sample, png.withBefore(around).file());
    }
  }

  private void assertReads(Sample sample, byte[] file) {
    Picture picture = decoder.decode(file);

    assertThat(picture.width()).isEqualTo(sample.width);
    assertThat(picture.height()).isEqualTo(sample.height);
    double[] expected = sample.luminance();
    double furthest = 0;
    for (int i = 0; i < expected.length; i++) {
      furthest = Math.max(furthest, Math.abs(picture.luminance()[i] - expected[i]));
    }
    assertThat(furthest).isLessThan(ONE_LEVEL);
  }

  /// Random samples, and what they look like.
  private record Sample(
      int width,
      int height,
      int colourType,
      int depth,
      boolean tRns,
      Gamma gamma,
      int[] samples,
      byte[] palette,
      PngWriter png) {

    Sample(
        int width,
        int height,
        int colourType,
        int depth,
        boolean adam7,
        boolean tRns,
        Gamma gamma) {
      var random = new Random(colourType * 100 + depth);
      int channels = PngWriter.channels(colourType);
      var samples = new int[width * height * channels];
      // Few values, so that the transparent colour occurs; but the ends of the range among them.
      int[] levels = random.ints(6, 0, 1 << depth).toArray();
      levels[0] = 0;
      levels[1] = (1 << depth) - 1;
      for (int i = 0; i < samples.length; i++) {
        samples[i] =
            random.nextInt(3) == 0
                ? levels[random.nextInt(levels.length)]
                : random.nextInt(1 << depth);
      }
      var palette = new byte[3 << Math.min(depth, 8)];
      random.nextBytes(palette);
      Arrays.fill(palette, 0, 3, (byte) 0);
      var before = new ArrayList<PngWriter.Chunk>(gamma.chunks);
      if (colourType == 3) {
        before.add(new PngWriter.Chunk("PLTE", palette));
      }
      if (tRns) {
        before.add(new PngWriter.Chunk("tRNS", transparent(colourType, samples)));
      }
      this(
          width,
          height,
          colourType,
          depth,
          tRns,
          gamma,
          samples,
          palette,
          new PngWriter(width, height, colourType, depth, adam7, samples, before, List.of()));
    }

    /// The colour of a pixel in the middle as 16-bit samples; or fewer opacities than a palette has
    /// colours.
    private static byte[] transparent(int colourType, int[] samples) {
      if (colourType == 3) {
        return new byte[] {(byte) 255, 100};
      }
      int channels = PngWriter.channels(colourType);
      int at = samples.length / channels / 2 * channels;
      ByteBuffer colour = ByteBuffer.allocate(2 * channels);
      for (int channel = 0; channel < channels; channel++) {
        colour.putShort((short) samples[at + channel]);
      }
      return colour.array();
    }

    /// Laid over white; or over black if nothing shows on white, as Inkling has it.
    double[] luminance() {
      double[] overWhite = luminance(1);
      boolean shows =
          Arrays.stream(overWhite).max().orElse(0) - Arrays.stream(overWhite).min().orElse(0)
              >= HALF_A_LEVEL;
      return shows || (!tRns && colourType < 4) ? overWhite : luminance(0);
    }

    private double[] luminance(double paper) {
      return IntStream.range(0, width * height)
          .mapToDouble(pixel -> light(pixel) * alpha(pixel) + paper * (1 - alpha(pixel)))
          .toArray();
    }

    private double alpha(int pixel) {
      int[] own = samplesOf(pixel);
      if (colourType >= 4) {
        return own[own.length - 1] / full();
      }
      if (!tRns) {
        return 1;
      }
      if (colourType == 3) {
        return own[0] == 1 ? 100 / 255.0 : 1;
      }
      return Arrays.equals(own, samplesOf(width * height / 2)) ? 0 : 1;
    }

    private double light(int pixel) {
      int[] own = samplesOf(pixel);
      return switch (colourType) {
        case 0, 4 -> shown(own[0] / full());
        case 3 -> luma(entry(own[0], 0), entry(own[0], 1), entry(own[0], 2));
        default -> luma(own[0] / full(), own[1] / full(), own[2] / full());
      };
    }

    private int[] samplesOf(int pixel) {
      int channels = PngWriter.channels(colourType);
      return Arrays.copyOfRange(samples, pixel * channels, (pixel + 1) * channels);
    }

    private double full() {
      return (1 << depth) - 1;
    }

    private double entry(int index, int channel) {
      return (palette[3 * index + channel] & 0xFF) / 255.0;
    }

    private double luma(double red, double green, double blue) {
      return 0.299 * shown(red) + 0.587 * shown(green) + 0.114 * shown(blue);
    }

    private double shown(double sample) {
      return Math.pow(sample, gamma.exponent);
    }
  }
}
