package dev.inkling.model.ink;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DrawingRendererTest {
  private static final Drawing SHEET = Drawing.blank(100, 100, Ink.WHITE);

  private final DrawingRenderer renderer = new DrawingRenderer();

  @Test
  void aClickLeavesADotOfTheBrushesWidth() {
    Picture picture =
        rendered(SHEET.plus(Stroke.begin(new Brush(20, Ink.BLACK), new Point(50, 50))));

    assertThat(at(picture, 50, 50)).isZero();
    assertThat(at(picture, 41, 50)).isZero();
    assertThat(at(picture, 38, 50)).isEqualTo(1);
    assertThat(ink(picture)).isBetween(310.0, 318.0);
  }

  @Test
  void thePictureIsWhatTheDecoderReadsFromThePng() {
    for (Ink ink : List.of(Ink.BLACK, new Ink(0xC02040))) {
      Drawing drawing = ScriptedHand.draw(5, 200, new Brush(9, ink));

      Picture decoded = new PictureDecoder().decode(renderer.png(drawing));

      assertThat(renderer.picture(drawing).luminance()).isEqualTo(decoded.luminance());
    }
  }

  @Test
  void aSlowHandDrawsNoStairs() {
    Drawing slanted =
        SHEET.plus(
            new Stroke(new Brush(1, Ink.BLACK), List.of(new Point(10, 40), new Point(90, 45))));

    assertThat(ink(rendered(slanted))).isBetween(78.0, 83.0);
  }

  @Test
  void aStrokeIsSmoothAndStaysBetweenItsPoints() {
    Drawing corner =
        SHEET.plus(
            new Stroke(
                new Brush(2, Ink.BLACK),
                List.of(new Point(10, 90), new Point(50, 10), new Point(90, 90))));

    Picture picture = rendered(corner);

    // The curve is tangent to the sides and cuts the corner; it never swings beyond it.
    assertThat(at(picture, 50, 10)).isEqualTo(1);
    assertThat(at(picture, 50, 8)).isEqualTo(1);
    assertThat(ink(picture)).isGreaterThan(100);
  }

  @Test
  void theEraserIsABrushWithThePapersInk() {
    Stroke line =
        new Stroke(new Brush(10, Ink.BLACK), List.of(new Point(10, 50), new Point(90, 50)));
    Stroke erased =
        new Stroke(new Brush(30, Ink.WHITE), List.of(new Point(0, 50), new Point(100, 50)));

    assertThat(ink(rendered(SHEET.plus(line).plus(erased)))).isZero();
  }

  @Test
  void whatIsDrawnBeyondTheEdgeIsCutOff() {
    Stroke across =
        new Stroke(new Brush(10, Ink.BLACK), List.of(new Point(-500, 50), new Point(700, 50)));

    assertThat(ink(rendered(SHEET.plus(across)))).isEqualTo(1000);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
  void thePngHoldsThePixelsThatAreShown(int digit) {
    Drawing drawing = ScriptedHand.draw(digit);
    var screen = new BufferedImage(560, 560, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = screen.createGraphics();
    graphics.fillRect(0, 0, 560, 560);
    drawing.strokes().forEach(stroke -> renderer.paint(stroke, graphics));
    graphics.dispose();

    Picture sent = rendered(drawing);

    for (int y = 0; y < 560; y += 3) {
      for (int x = 0; x < 560; x += 3) {
        assertThat(at(sent, x, y) * 255).isCloseTo(screen.getRGB(x, y) & 0xFF, within(1f));
      }
    }
  }

  @Test
  void colouredInkStaysColoured() {
    Drawing red = SHEET.plus(Stroke.begin(new Brush(20, new Ink(0xFF0000)), new Point(50, 50)));

    assertThat(renderer.render(red).getRGB(50, 50)).isEqualTo(0xFFFF0000);
  }

  @Test
  void aTranslucentStrokeIsEvenWhereItCrossesItselfAndDarkerWhereAnotherCrossesIt() {
    var marker = new Brush(10, Ink.BLACK, 0.75, false);
    Stroke loop =
        new Stroke(
            marker,
            List.of(
                new Point(10, 50),
                new Point(70, 50),
                new Point(90, 30),
                new Point(70, 10),
                new Point(50, 30),
                new Point(50, 90)));
    Stroke across = new Stroke(marker, List.of(new Point(10, 80), new Point(90, 80)));

    Picture picture = rendered(SHEET.plus(loop).plus(across));

    // The greys of the course's own drawings, whose marker hid three quarters.
    assertThat(at(picture, 30, 50) * 255).isCloseTo(0x40, within(0.5f));
    assertThat(at(picture, 50, 50)).isEqualTo(at(picture, 30, 50));
    assertThat(at(picture, 50, 80) * 255).isCloseTo(0x10, within(0.5f));
  }

  @Test
  void aPartOfAStrokeLooksAsItDoesInTheWhole() {
    var points = new ArrayList<Point>();
    for (int i = 0; i < 400; i++) {
      points.add(new Point(50 + 45 * Math.sin(i / 7.0), 50 + 45 * Math.cos(i / 4.3)));
    }
    for (double opacity : new double[] {1, 0.75}) {
      var stroke = new Stroke(new Brush(6, Ink.BLACK, opacity, false), points);
      BufferedImage whole = renderer.render(SHEET.plus(stroke));
      for (int left = 0; left < 100; left += 20) {
        var part = new Rectangle(left, 30, 20, 15);
        BufferedImage image = renderer.render(SHEET);
        Graphics2D graphics = image.createGraphics();
        renderer.paint(stroke, part, graphics);
        graphics.dispose();

        assertThat(image.getData(part).getPixels(left, 30, 20, 15, (int[]) null))
            .isEqualTo(whole.getData(part).getPixels(left, 30, 20, 15, (int[]) null));
      }
    }
  }

  @Test
  void theBackdropLiesOnThePaperAndBelowTheStrokes() {
    var wide = new BufferedImage(40, 20, BufferedImage.TYPE_INT_RGB);
    for (int x = 0; x < 40; x++) {
      for (int y = 0; y < 20; y++) {
        wide.setRGB(x, y, 0x808080);
      }
    }
    Backdrop picture = Backdrop.of(new PictureDecoder().inColour(wide), 100, 100);
    Stroke line =
        new Stroke(new Brush(10, Ink.BLACK), List.of(new Point(10, 50), new Point(90, 50)));

    Picture shown = rendered(SHEET.showing(picture).plus(line));

    assertThat(at(shown, 50, 20)).isEqualTo(1);
    assertThat(at(shown, 50, 30) * 255).isCloseTo(0x80, within(0.5f));
    assertThat(at(shown, 50, 50)).isZero();
    assertThat(at(shown, 50, 70) * 255).isCloseTo(0x80, within(0.5f));
    assertThat(at(shown, 50, 80)).isEqualTo(1);
  }

  private Picture rendered(Drawing drawing) {
    return new PictureDecoder().decode(renderer.png(drawing));
  }

  private static float at(Picture picture, int x, int y) {
    return picture.luminance()[y * picture.width() + x];
  }

  /// How many pixels' worth of black there is.
  private static double ink(Picture picture) {
    double sum = 0;
    for (float value : picture.luminance()) {
      sum += 1 - value;
    }
    return Math.round(sum * 1000) / 1000.0;
  }

  private static org.assertj.core.data.Offset<Float> within(float levels) {
    return org.assertj.core.data.Offset.offset(levels);
  }
}
