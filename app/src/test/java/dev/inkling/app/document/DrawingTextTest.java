package dev.inkling.app.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.inkling.model.ink.Backdrop;
import dev.inkling.model.ink.Brush;
import dev.inkling.model.ink.Drawing;
import dev.inkling.model.ink.Ink;
import dev.inkling.model.ink.PictureDecoder;
import dev.inkling.model.ink.Point;
import dev.inkling.model.ink.Stroke;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DrawingTextTest {
  private static final int DRAWINGS = 300;

  private final RandomGenerator random = new Random(5);

  @Test
  void whatIsWrittenComesBackTheSame() throws IOException {
    for (int i = 0; i < DRAWINGS; i++) {
      Drawing drawing = anyDrawing();

      assertThat(DrawingText.read(DrawingText.of(drawing))).isEqualTo(drawing);
    }
  }

  @Test
  void itReadsAsItIsDescribed() {
    Drawing drawing =
        Drawing.blank(560, 560, Ink.WHITE)
            .plus(
                new Stroke(
                    new Brush(28, Ink.BLACK), List.of(new Point(150, 130.5), new Point(280, 1))))
            .plus(Stroke.begin(Brush.eraser(40, Ink.WHITE), new Point(0.1, -3)));

    assertThat(DrawingText.of(drawing))
        .isEqualTo(
            """
            inkling drawing 1
            canvas 560 560 ffffff
            stroke ink 28.0 000000 1.0 150.0 130.5 280.0 1.0
            stroke eraser 40.0 ffffff 1.0 0.1 -3.0
            end
            """);
  }

  @Test
  void aFileThatWasCutShortIsNoDrawing() {
    String text = DrawingText.of(anyDrawing().plus(anyStroke()));
    for (int length = 0; length < text.length() - 1; length += 7) {
      String part = text.substring(0, length);
      assertThatIOException().isThrownBy(() -> DrawingText.read(part));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\u0000\u0000\u0000",
        "inkling drawing 2\ncanvas 560 560 ffffff\nend\n",
        "inkling drawing 1\nend\n",
        "inkling drawing 1\ncanvas 560\nend\n",
        "inkling drawing 1\ncanvas 2000000000 2000000000 ffffff\nend\n",
        "inkling drawing 1\ncanvas 0 560 ffffff\nend\n",
        "inkling drawing 1\ncanvas 560 560 white\nend\n",
        "inkling drawing 1\ncanvas 560 560 ffffff\nstroke ink 28.0 000000 1.0\nend\n",
        "inkling drawing 1\ncanvas 560 560 ffffff\nstroke ink 28.0 000000 1.0 5\nend\n",
        "inkling drawing 1\ncanvas 560 560 ffffff\nstroke ink 28.0 000000 1.0 NaN 5\nend\n",
        "inkling drawing 1\ncanvas 560 560 ffffff\nstroke ink -1 000000 1.0 5 5\nend\n",
        "inkling drawing 1\ncanvas 560 560 ffffff\nstroke ink 28.0 000000 7 5 5\nend\n",
        "inkling drawing 1\ncanvas 560 560 ffffff\npicture AAAA\nend\n",
        "inkling drawing 1\ncanvas 560 560 ffffff\npicture !!!\nend\n",
        "inkling drawing 1\ncanvas 560 560 ffffff\npicture\nend\n",
        "inkling drawing 1\ncanvas 560 560 ffffff\n\nend\n",
        "inkling drawing 1\ncanvas 560 560 ffffff\nscript rm\nend\n",
      })
  void nonsenseIsNoDrawing(String text) {
    assertThatIOException().isThrownBy(() -> DrawingText.read(text));
  }

  @Test
  void damageIsNeverWorseThanUnreadable() {
    byte[] text = DrawingText.of(anyDrawing().plus(anyStroke())).getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < 2000; i++) {
      byte[] damaged = text.clone();
      damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      try {
        DrawingText.read(new String(damaged, StandardCharsets.UTF_8));
      } catch (IOException said) {
        // That is all that may happen.
      }
    }
  }

  private Drawing anyDrawing() {
    int width = 1 + random.nextInt(700);
    int height = 1 + random.nextInt(700);
    Optional<Backdrop> picture =
        random.nextInt(10) == 0 ? Optional.of(anyPicture(width, height)) : Optional.empty();
    var strokes = new ArrayList<Stroke>();
    for (int i = random.nextInt(6); i > 0; i--) {
      strokes.add(anyStroke());
    }
    return new Drawing(width, height, anyInk(), picture, strokes);
  }

  private Stroke anyStroke() {
    double width = Math.exp(random.nextGaussian() * 3);
    double opacity = 1 - random.nextDouble();
    var points = new ArrayList<Point>();
    for (int i = random.nextInt(20); i >= 0; i--) {
      points.add(new Point(anyCoordinate(), anyCoordinate()));
    }
    return new Stroke(new Brush(width, anyInk(), opacity, random.nextBoolean()), points);
  }

  private double anyCoordinate() {
    return switch (random.nextInt(4)) {
      case 0 -> random.nextInt(560);
      case 1 -> -random.nextDouble() * 1e-9;
      case 2 -> random.nextGaussian() * 1e12;
      default -> random.nextDouble() * 560;
    };
  }

  private Ink anyInk() {
    return new Ink(random.nextInt(0x1000000));
  }

  private Backdrop anyPicture(int width, int height) {
    var pixels = new BufferedImage(9, 7, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < 63; i++) {
      pixels.setRGB(i % 9, i / 9, random.nextInt());
    }
    return Backdrop.of(new PictureDecoder().inColour(pixels), width, height);
  }
}
