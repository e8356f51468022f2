package dev.inkling.model.ink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.inkling.model.ink.Steps.Crop;
import dev.inkling.model.ink.Steps.Removal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StepsTest {
  /// The light of a pixel.
  private interface Light {
    double at(int x, int y);
  }

  /// A bar from 60, 80 to 80, 200.
  private static final Light BAR = (x, y) -> x >= 60 && x < 80 && y >= 80 && y < 200 ? 0 : 1;

  @Test
  void theCropIsWhereTheInkLies() {
    Crop crop = steps(300, 280, BAR).crop();

    assertThat((double) crop.left()).isCloseTo(60, within(2.0));
    assertThat((double) crop.top()).isCloseTo(80, within(2.0));
    assertThat((double) crop.width()).isCloseTo(20, within(4.0));
    assertThat((double) crop.height()).isCloseTo(120, within(4.0));
  }

  @Test
  void itIsToldWhetherTheInkIsDarkerThanItsPaper() {
    assertThat(steps(300, 280, BAR).inkIsDarker()).isTrue();
    assertThat(steps(300, 280, (x, y) -> 1 - BAR.at(x, y)).inkIsDarker()).isFalse();
  }

  @Test
  void whatWasTakenOffIsNamedAndNothingElseIs() {
    Light ruled = (x, y) -> Math.min(BAR.at(x, y), y % 40 < 2 ? 0.7 : 1);
    Light framed = (x, y) -> x < 8 || y < 8 || x >= 292 || y >= 272 ? 0 : BAR.at(x, y);
    Light specked = (x, y) -> x > 250 && x < 256 && y > 20 && y < 26 ? 0 : BAR.at(x, y);

    assertThat(steps(300, 280, BAR).removed()).isEmpty();
    assertThat(steps(300, 280, ruled).removed()).contains(Removal.RULINGS);
    assertThat(steps(300, 280, framed).removed()).containsExactly(Removal.FRAME);
    assertThat(steps(300, 280, specked).removed()).containsExactly(Removal.SPECKS);
  }

  @Test
  void thePensWidthIsToldInThePicturesPixelsAndWhatItWasBroughtTo() {
    for (int digit = 0; digit <= 9; digit++) {
      assertThat(pen(digit, 560, 56).found()).isCloseTo(56, within(14.0));
      assertThat(pen(digit, 560, 56).redrawn()).isEqualTo(pen(digit, 560, 56).found());

      Steps.Pen thin = pen(digit, 560, 6);
      assertThat(thin.found()).isBetween(3.0, 13.0);
      assertThat(thin.redrawn()).as("as wide as MNIST's").isBetween(45.0, 75.0);
    }
    Steps.Pen fat = pen(0, 200, 60);
    assertThat(fat.redrawn()).isLessThan(fat.found());
  }

  @ParameterizedTest
  @ValueSource(doubles = {3, 30, 56, 110})
  void thePlacementTellsWhereInTheGlyphEachPointOfThePictureLies(double pen) {
    for (int digit = 0; digit <= 9; digit++) {
      Picture picture = canvas(digit, 560, pen);
      Preprocessed made = new Normalizer().preprocess(picture);

      Point middle = middleOfInk(picture);
      Point placed = made.steps().placement().of(middle);
      Point inGlyph =
          middleOfInk(new Picture(Glyph.SIDE, Glyph.SIDE, negative(made.glyph().ink())));
      assertThat(placed.x()).isCloseTo(inGlyph.x(), within(0.8));
      assertThat(placed.y()).isCloseTo(inGlyph.y(), within(0.8));
      assertThat(made.steps().placement().back(placed).x()).isCloseTo(middle.x(), within(1e-6));
    }
  }

  @Test
  void whereTheGlyphIsInkThePictureIs() {
    for (int digit = 0; digit <= 9; digit++) {
      Picture picture = canvas(digit, 560, 56);
      Preprocessed made = new Normalizer().preprocess(picture);

      for (int i = 0; i < Glyph.PIXELS; i++) {
        if (made.glyph().ink()[i] > 0.95) {
          Point pixel = new Point(i % Glyph.SIDE + 0.5, Math.floorDiv(i, Glyph.SIDE) + 0.5);
          Point there = made.steps().placement().back(pixel);
          int at = ((int) there.y()) * 560 + ((int) there.x());
          assertThat(picture.luminance()[at]).as("%d at %s", digit, there).isLessThan(0.1f);
        }
      }
    }
  }

  @Test
  void aSmallDigitOnALargeCanvasIsPlacedAsPrecisely() {
    Picture small = canvas(4, 70, 7);
    Picture large =
        picture(
            1000,
            1000,
            (x, y) ->
                x >= 800 && x < 870 && y >= 130 && y < 200
                    ? small.luminance()[(y - 130) * 70 + x - 800]
                    : 1);
    Preprocessed made = new Normalizer().preprocess(large);

    Point placed = made.steps().placement().of(middleOfInk(large));

    assertThat(made.steps().crop().left()).isBetween(800, 870);
    assertThat(placed.x()).isCloseTo(14.5, within(0.8));
    assertThat(placed.y()).isCloseTo(14.5, within(0.8));
  }

  @Test
  void resizeTakesTheWholePictureAndEveryDarkThingForInk() {
    Steps steps = new Resize().preprocess(picture(300, 280, BAR)).steps();

    assertThat(steps.preprocessing()).isEqualTo("resize");
    assertThat(steps.crop()).isEqualTo(new Crop(0, 0, 300, 280));
    assertThat(steps.inkIsDarker()).isTrue();
    assertThat(steps.removed()).isEmpty();
    assertThat(steps.pen()).isEmpty();
    assertThat(steps.placement().of(new Point(300, 140))).isEqualTo(new Point(28, 14));
  }

  private static Steps steps(int width, int height, Light light) {
    return new Normalizer().preprocess(picture(width, height, light)).steps();
  }

  private static Steps.Pen pen(int digit, int side, double width) {
    return new Normalizer().preprocess(canvas(digit, side, width)).steps().pen().orElseThrow();
  }

  private static Picture canvas(int digit, int side, double width) {
    return Picture.of(
        new DrawingRenderer().render(ScriptedHand.draw(digit, side, new Brush(width, Ink.BLACK))));
  }

  private static Picture picture(int width, int height, Light light) {
    var values = new float[width * height];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) light.at(i % width, i / width);
    }
    return new Picture(width, height, values);
  }

  private static float[] negative(float[] values) {
    var negative = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      negative[i] = 1 - values[i];
    }
    return negative;
  }

  private static Point middleOfInk(Picture picture) {
    double mass = 0;
    double across = 0;
    double down = 0;
    for (int y = 0; y < picture.height(); y++) {
      for (int x = 0; x < picture.width(); x++) {
        double ink = 1 - picture.luminance()[y * picture.width() + x];
        mass += ink;
        across += ink * (x + 0.5);
        down += ink * (y + 0.5);
      }
    }
    return new Point(across / mass, down / mass);
  }
}
