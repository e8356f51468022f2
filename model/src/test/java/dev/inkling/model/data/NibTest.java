package dev.inkling.model.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.inkling.model.ink.Brush;
import dev.inkling.model.ink.Drawing;
import dev.inkling.model.ink.DrawingRenderer;
import dev.inkling.model.ink.Ink;
import dev.inkling.model.ink.Point;
import dev.inkling.model.ink.Stroke;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class NibTest {
  private static final Brush BRUSH = new Brush(40, Ink.BLACK);

  /// From the top left down, and from there to the right.
  private static final List<List<Point>> CORNER =
      List.of(List.of(new Point(100, 50), new Point(100, 250), new Point(300, 250)));

  @Test
  void aPenThatFeelsPressureIsAsThinAsAskedAndNoWiderThanItsBrush() {
    assertThat(widths(Nib.pressed(0.1)))
        .allMatch(width -> width >= 4 && width <= 40)
        .anyMatch(width -> width < 5)
        .anyMatch(width -> width > 39);
  }

  @Test
  void aPointedPenIsWideOnTheWayDownOnly() {
    List<Stroke> strokes = strokes(Nib.pointed(0.1));

    assertThat(strokes)
        .filteredOn(stroke -> stroke.points().getFirst().y() < 230)
        .allMatch(stroke -> stroke.brush().width() > 39);
    assertThat(strokes)
        .filteredOn(stroke -> stroke.points().getFirst().x() > 120)
        .allMatch(stroke -> stroke.brush().width() < 5);
  }

  @Test
  void aBrushBeginsAndEndsInAPoint() {
    List<Double> widths = widths(Nib.tapering(0.25));

    assertThat(widths.getFirst()).isEqualTo(1);
    assertThat(widths.getLast()).isEqualTo(1);
    assertThat(widths.get(widths.size() / 2)).isEqualTo(40);
  }

  @Test
  void aLyingFlatNibIsWideOnTheWayDownAndThinAcross() {
    float[] light = light(Nib.flat(0.1, 0));

    assertThat(dark(light, 60, 150, 1, 0, 80)).isCloseTo(40, within(2.0));
    assertThat(dark(light, 200, 210, 0, 1, 80)).isCloseTo(4, within(2.0));
  }

  @Test
  void anAirbrushLeavesAsManyDotsAsAsked() {
    float[] light = light(Nib.sprayed(0.1));
    double covered = 0;
    for (float each : light) {
      covered += 1 - each;
    }

    assertThat(covered / (40 * 400)).isCloseTo(0.1 * Math.PI / 4, within(0.01));
  }

  @Test
  void anOutlineIsPaperInside() {
    float[] light = light(Nib.outlined(0.1, Ink.WHITE));

    assertThat(light[150 * 400 + 100]).isEqualTo(1);
    assertThat(dark(light, 60, 150, 1, 0, 80)).isCloseTo(8, within(1.0));
  }

  @Test
  void theSecondPenTakesOverWhereTheFirstOneStopped() {
    var pale = new Ink(0xC0C0C0);
    List<Stroke> strokes = strokes(Nib.twoInks(pale, 0.25));

    assertThat(strokes).extracting(stroke -> stroke.brush().ink()).containsExactly(Ink.BLACK, pale);
    assertThat(strokes.getFirst().points().getLast()).isEqualTo(new Point(100, 150));
    assertThat(strokes.getLast().points().getFirst()).isEqualTo(new Point(100, 150));
    assertThat(strokes.getLast().points().getLast()).isEqualTo(new Point(300, 250));
  }

  private static List<Stroke> strokes(Nib nib) {
    return nib.strokes(CORNER, BRUSH, new SplittableRandom(1));
  }

  private static List<Double> widths(Nib nib) {
    return strokes(nib).stream().map(stroke -> stroke.brush().width()).toList();
  }

  private static float[] light(Nib nib) {
    return new DrawingRenderer()
        .picture(new Drawing(400, 400, Ink.WHITE, strokes(nib)))
        .luminance();
  }

  /// The ink that some pixels in a row have together.
  private static double dark(float[] light, int x, int y, int dx, int dy, int count) {
    double dark = 0;
    for (int i = 0; i < count; i++) {
      dark += 1 - light[(y + i * dy) * 400 + x + i * dx];
    }
    return dark;
  }
}
