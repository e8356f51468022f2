package dev.inkling.model.ink;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Strokes of one digit that differ from each other: paler ones, and hairlines.
class UnevenStrokesTest {
  private static final int SIDE = 560;

  private final Normalizer normalizer = new Normalizer();

  @ParameterizedTest
  @ValueSource(ints = {0x606060, 0xC0C0C0, 0xFFFF00, 0xEBEBEB, 0xFFC0CB})
  void aPaleStrokeBesideADarkOneIsInk(int colour) {
    for (int digit : new int[] {4, 5}) {
      assertThat(
              Glyphs.difference(
                  glyph(ScriptedHand.draw(digit)), glyph(twoInks(digit, new Ink(colour)))))
          .isLessThan(0.35);
    }
  }

  @Test
  void aDarkStrokeIsNoWiderForAPaleOne() {
    Glyph one = glyph(twoInks(4, new Ink(0xC0C0C0)));
    Glyph other = glyph(twoInks(4, new Ink(0xE0E0E0)));

    assertThat(Glyphs.difference(one, other)).isLessThan(0.05);
  }

  /// What it is written on differs from the paper as a pale stroke does.
  @ParameterizedTest
  @ValueSource(ints = {0xF0F0F0, 0xE0E0E0, 0xD0D0D0})
  void aPaleFieldBehindADigitIsPaper(int colour) {
    var field = new Brush(400, new Ink(colour));
    var strokes = new ArrayList<Stroke>();
    strokes.add(
        new Stroke(field, List.of(new Point(250, 250), new Point(310, 250), new Point(310, 310))));
    strokes.addAll(ScriptedHand.draw(3).strokes());

    assertThat(
            Glyphs.difference(
                glyph(ScriptedHand.draw(3)), glyph(new Drawing(SIDE, SIDE, Ink.WHITE, strokes))))
        .isLessThan(0.1);
  }

  @ParameterizedTest
  @ValueSource(ints = {0xF4F4F4, 0xE8E8E8, 0xD8D8FF})
  void paleRulingsAreNoPaleStrokes(int colour) {
    var strokes = new ArrayList<Stroke>();
    var line = new Brush(2, new Ink(colour));
    for (int at = 20; at < SIDE; at += 40) {
      strokes.add(new Stroke(line, List.of(new Point(0, at), new Point(SIDE, at))));
      strokes.add(new Stroke(line, List.of(new Point(at, 0), new Point(at, SIDE))));
    }
    strokes.addAll(ScriptedHand.draw(6).strokes());

    assertThat(
            Glyphs.difference(
                glyph(ScriptedHand.draw(6)), glyph(new Drawing(SIDE, SIDE, Ink.WHITE, strokes))))
        .isLessThan(0.1);
  }

  @ParameterizedTest
  @ValueSource(doubles = {3, 5, 8})
  void aHairlineOfABroadPenIsSeen(double width) {
    Glyph glyph = glyph(fourWithHairline(width, 50));

    for (int row = 7; row < 14; row++) {
      assertThat(inkLeftOfTheMiddle(glyph, row)).as("row %d", row).isGreaterThan(0.7f);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.7, 1, 1.6, 2.2})
  void aHairlineOfAThinPenIsSeen(double width) {
    Glyph glyph = glyph(fourWithHairline(width, 30));

    for (int row = 7; row < 14; row++) {
      assertThat(inkLeftOfTheMiddle(glyph, row)).as("row %d", row).isGreaterThan(0.5f);
    }
  }

  @Test
  void aDigitThatStandsFreeLooksTheSameInANumber() {
    List<List<Point>> lines = ScriptedHand.lines(4, SIDE);
    Drawing drawing =
        Drawing.blank(SIDE, SIDE, Ink.WHITE)
            .plus(new Stroke(new Brush(4, Ink.BLACK), lines.getFirst()))
            .plus(new Stroke(new Brush(50, new Ink(0xC8C8C8)), lines.getLast()));
    Picture picture = new DrawingRenderer().picture(drawing);

    NumberLine line = NumberLines.in(picture, List.of()).getFirst();
    assertThat(line.candidates())
        .filteredOn(candidate -> candidate.from() == 0 && candidate.to() == line.pieces())
        .singleElement()
        .satisfies(
            whole -> assertThat(Glyphs.difference(glyph(drawing), whole.glyph())).isLessThan(0.2));
  }

  @Test
  void aUsualPenHasNoHairlines() {
    for (int digit = 0; digit <= 9; digit++) {
      Raster ink = Raster.of(new DrawingRenderer().picture(ScriptedHand.draw(digit)));
      var values = new float[SIDE * SIDE];
      for (int i = 0; i < values.length; i++) {
        values[i] = 1 - ink.values()[i];
      }
      Raster small = new Raster(SIDE, SIDE, values).reduced(4).padded(6);

      assertThat(new StrokeWidth(small).withHairlinesWidened(5)).isEmpty();
    }
  }

  @Test
  void scrawlsOfManyInksAreGlyphs() {
    RandomGenerator random = new SplittableRandom(3);
    for (int i = 0; i < 200; i++) {
      var strokes = new ArrayList<Stroke>();
      for (int k = random.nextInt(1, 6); k > 0; k--) {
        var brush = new Brush(random.nextDouble(1, 30), new Ink(random.nextInt(0xE0E0E0)));
        strokes.add(
            new Stroke(
                brush,
                random
                    .ints(5, 20, 140)
                    .mapToObj(x -> new Point(x, random.nextInt(20, 140)))
                    .toList()));
      }

      assertThat(most(glyph(new Drawing(160, 160, Ink.WHITE, strokes)))).isGreaterThan(0.9f);
    }
  }

  private Glyph glyph(Drawing drawing) {
    return normalizer.apply(new DrawingRenderer().picture(drawing));
  }

  /// The first line black, the second in that ink.
  private static Drawing twoInks(int digit, Ink second) {
    List<List<Point>> lines = ScriptedHand.lines(digit, SIDE);
    return Drawing.blank(SIDE, SIDE, Ink.WHITE)
        .plus(new Stroke(new Brush(36, Ink.BLACK), lines.getFirst()))
        .plus(new Stroke(new Brush(36, second), lines.getLast()));
  }

  /// Its angle is as wide as the hairline, and its stem as the pen.
  private static Drawing fourWithHairline(double hairline, double pen) {
    List<List<Point>> lines = ScriptedHand.lines(4, SIDE);
    return Drawing.blank(SIDE, SIDE, Ink.WHITE)
        .plus(new Stroke(new Brush(hairline, Ink.BLACK), lines.getFirst()))
        .plus(new Stroke(new Brush(pen, Ink.BLACK), lines.getLast()));
  }

  private static float inkLeftOfTheMiddle(Glyph glyph, int row) {
    float sum = 0;
    for (int x = 0; x < Glyph.SIDE / 2 - 1; x++) {
      sum += glyph.ink()[row * Glyph.SIDE + x];
    }
    return sum;
  }

  private static float most(Glyph glyph) {
    float most = 0;
    for (float ink : glyph.ink()) {
      most = Math.max(most, ink);
    }
    return most;
  }
}
