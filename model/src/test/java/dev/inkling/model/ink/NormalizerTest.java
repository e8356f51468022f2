package dev.inkling.model.ink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.inkling.model.NoInk;
import dev.inkling.model.data.Samples;
import dev.inkling.model.data.TestData;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NormalizerTest {
  private final Normalizer normalizer = new Normalizer();

  /// The light of a pixel.
  private interface Light {
    double at(int x, int y);
  }

  @Test
  void mnistComesOutAsItIs() {
    Samples mnist = TestData.mnistTest();
    double difference = 0;
    int unharmed = 0;
    for (int i = 0; i < 500; i++) {
      Glyph glyph = mnist.get(i * 20).glyph();
      double each = Glyphs.difference(glyph, glyph(glyph));
      difference += each;
      unharmed += each < 0.1 ? 1 : 0;
    }

    assertThat(difference / 500).isLessThan(0.065);
    assertThat(unharmed).isGreaterThan(430);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
  void whatIsNormalizedStaysAsItIs(int digit) {
    Glyph once = normalizer.apply(canvas(digit, 560, 36));

    assertThat(Glyphs.difference(once, glyph(once))).isLessThan(0.12);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
  void blackOnWhiteAndWhiteOnBlackAreTheSame(int digit) {
    Picture drawn = canvas(digit, 560, 36);
    Picture negative = changed(drawn, (x, y) -> 1 - at(drawn, x, y));

    assertThat(Glyphs.difference(normalizer.apply(drawn), normalizer.apply(negative)))
        .isLessThan(0.01);
  }

  @ParameterizedTest
  @CsvSource({"30,0", "0,30", "12,25", "1,1"})
  void whereADigitIsDrawnMakesNoDifference(int right, int down) {
    for (int digit = 0; digit <= 9; digit++) {
      Picture drawn = canvas(digit, 110, 8);
      Picture one = picture(150, 150, (x, y) -> at(drawn, x, y));
      Picture other = picture(150, 150, (x, y) -> at(drawn, x - right, y - down));

      assertThat(normalizer.apply(other).ink()).isEqualTo(normalizer.apply(one).ink());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {60, 140, 280, 1120})
  void howLargeADigitIsDrawnMakesNoDifference(int side) {
    for (int digit = 0; digit <= 9; digit++) {
      Glyph usual = normalizer.apply(canvas(digit, 560, 36));
      Glyph sized = normalizer.apply(canvas(digit, side, 36.0 * side / 560));

      assertThat(Glyphs.difference(usual, sized)).isLessThan(0.3);
    }
  }

  @Test
  void aSmallDigitOnALargeCanvasIsLookedAtClosely() {
    for (int digit = 0; digit <= 9; digit++) {
      Picture drawn = canvas(digit, 70, 5);
      Picture large = picture(1000, 1000, (x, y) -> at(drawn, x - 800, y - 130));

      assertThat(Glyphs.difference(normalizer.apply(drawn), normalizer.apply(large)))
          .isLessThan(0.2);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 2, 4})
  void aThinLineStaysALine(double width) {
    for (int digit = 0; digit <= 9; digit++) {
      Glyph usual = normalizer.apply(canvas(digit, 560, 36));
      Glyph thin = normalizer.apply(canvas(digit, 560, width));

      assertThat(Glyphs.difference(usual, thin)).isLessThan(0.45);
      assertThat(most(thin)).isGreaterThan(0.9f);
    }
  }

  @Test
  void aFatMarkerLeavesLoopsOpen() {
    for (int digit : new int[] {0, 6, 8, 9}) {
      Glyph usual = normalizer.apply(canvas(digit, 560, 36));
      Glyph fat = normalizer.apply(canvas(digit, 560, 70));

      assertThat(Glyphs.difference(usual, fat)).isLessThan(0.75);
    }
  }

  @Test
  void equalPicturesGiveEqualBits() {
    Picture noisy = noisy(300, 0.1);

    assertThat(new Normalizer().apply(noisy).ink()).isEqualTo(normalizer.apply(noisy).ink());
  }

  @Test
  void theInksLongestSideIsTwentyAndItsMassInTheMiddle() {
    for (int digit = 0; digit <= 9; digit++) {
      Glyph glyph = normalizer.apply(canvas(digit, 560, 36));
      Raster raster = new Raster(Glyph.SIDE, Glyph.SIDE, glyph.ink());

      assertThat(raster.boxAbove(0.1f).longestSide()).isEqualTo(20);
      assertThat(middle(raster)).isCloseTo(14.5, within(0.51));
      assertThat(middle(raster.turned())).isCloseTo(14.5, within(0.51));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.002, 0.01, 0.05, 0.2})
  void blankPaperHasNoInkHoweverGrainy(double grain) {
    for (int side : new int[] {28, 100, 160, 500}) {
      var random = new Random(side);
      Picture blank = picture(side, side, (x, y) -> 0.85 + grain * random.nextGaussian());

      assertThatExceptionOfType(NoInk.class).isThrownBy(() -> normalizer.apply(blank));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.005, 0.02})
  void blankPaperHasNoInkInUnevenLight(double grain) {
    var random = new Random(1);
    Picture fromOneSide =
        picture(400, 400, (x, y) -> 0.9 - 0.4 * x / 400 + grain * random.nextGaussian());

    assertThatExceptionOfType(NoInk.class).isThrownBy(() -> normalizer.apply(fromOneSide));
  }

  @Test
  void anEmptySheetOfRuledOrSquaredPaperHasNoInk() {
    Light ruled = (x, y) -> y % 30 < 1.5 ? 0.6 : 0.95;
    Light squared = (x, y) -> Math.min(ruled.at(x, y), x % 30 == 7 ? 0.6 : 1);
    Light askew = (x, y) -> ruled.at(x, (int) (y + 0.03 * x));

    for (Light light : new Light[] {ruled, squared, askew}) {
      assertThatExceptionOfType(NoInk.class)
          .isThrownBy(() -> normalizer.apply(picture(280, 280, light)));
    }
  }

  @Test
  void aOneFromEdgeToEdgeIsNoRuling() {
    Glyph one = normalizer.apply(picture(100, 100, (x, y) -> x > 45 && x < 52 ? 0 : 1));

    assertThat(new Raster(Glyph.SIDE, Glyph.SIDE, one.ink()).boxAbove(0.5f).height()).isEqualTo(20);
  }

  @ParameterizedTest
  @CsvSource({
    "1,1",
    "2,1",
    "1,2",
    "3,3",
    "20000,10",
    "10,20000",
    "20000,1",
    "1,20000",
    "1500,1500"
  })
  void anySizeAndAnyContentIsAGlyphOrNoInk(int width, int height) {
    var random = new Random(width + height);
    assertGlyphOrNoInk(picture(width, height, (x, y) -> 0.5));
    assertGlyphOrNoInk(picture(width, height, (x, y) -> random.nextDouble()));
    assertGlyphOrNoInk(picture(width, height, (x, y) -> x == width / 2 && y == height / 2 ? 0 : 1));
    assertGlyphOrNoInk(picture(width, height, (x, y) -> 2 * x < width ? 0 : 1));
    assertGlyphOrNoInk(picture(width, height, (x, y) -> (x + y) % 2));
  }

  @Test
  void randomScrawlsAreGlyphsOrNoInk() {
    var random = new Random(7);
    for (int i = 0; i < 300; i++) {
      int width = 1 + random.nextInt(200);
      int height = 1 + random.nextInt(200);
      var light = new float[width * height];
      double grain = random.nextInt(3) * 0.05;
      for (int k = 0; k < light.length; k++) {
        light[k] = (float) Math.clamp(0.7 + grain * random.nextGaussian(), 0, 1);
      }
      for (int box = random.nextInt(8); box > 0; box--) {
        int left = random.nextInt(width);
        int top = random.nextInt(height);
        float ink = random.nextFloat();
        for (int y = top; y < Math.min(top + random.nextInt(1, 90), height); y++) {
          for (int x = left; x < Math.min(left + random.nextInt(1, 90), width); x++) {
            light[y * width + x] = ink;
          }
        }
      }
      assertGlyphOrNoInk(new Picture(width, height, light));
    }
  }

  @ParameterizedTest
  @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, -1, 3})
  void whatIsNoLuminanceIsRefused(float value) {
    var light = new float[40 * 40];
    light[777] = value;

    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> normalizer.apply(new Picture(40, 40, light)))
        .withMessageContaining("between 0 and 1");
  }

  /// A [Glyph] checks its values itself.
  private void assertGlyphOrNoInk(Picture picture) {
    try {
      assertThat(most(normalizer.apply(picture))).isPositive();
    } catch (NoInk nothing) {
      assertThat(nothing).hasMessage(new NoInk().getMessage());
    }
  }

  private Glyph glyph(Glyph glyph) {
    return normalizer.apply(new Picture(Glyph.SIDE, Glyph.SIDE, glyph.ink()));
  }

  private static Picture canvas(int digit, int side, double width) {
    return Picture.of(
        new DrawingRenderer().render(ScriptedHand.draw(digit, side, new Brush(width, Ink.BLACK))));
  }

  private static Picture noisy(int side, double deviation) {
    Picture drawn = canvas(3, side, side / 15.0);
    var random = new Random(1);
    return changed(drawn, (x, y) -> at(drawn, x, y) + deviation * random.nextGaussian());
  }

  private static Picture changed(Picture picture, Light light) {
    return picture(picture.width(), picture.height(), light);
  }

  private static Picture picture(int width, int height, Light light) {
    var values = new float[width * height];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) Math.clamp(light.at(i % width, i / width), 0, 1);
    }
    return new Picture(width, height, values);
  }

  /// White beyond the edges.
  private static float at(Picture picture, int x, int y) {
    boolean inside = x >= 0 && y >= 0 && x < picture.width() && y < picture.height();
    return inside ? picture.luminance()[y * picture.width() + x] : 1;
  }

  private static float most(Glyph glyph) {
    float most = 0;
    for (float ink : glyph.ink()) {
      most = Math.max(most, ink);
    }
    return most;
  }

  /// Of the ink, in pixels from the left edge.
  private static double middle(Raster ink) {
    double mass = 0;
    double moment = 0;
    for (int y = 0; y < ink.height(); y++) {
      for (int x = 0; x < ink.width(); x++) {
        mass += ink.at(x, y);
        moment += ink.at(x, y) * (x + 0.5);
      }
    }
    return moment / mass;
  }
}
