package dev.inkling.app.document;

import dev.inkling.model.InklingException;
import dev.inkling.model.ink.Backdrop;
import dev.inkling.model.ink.Brush;
import dev.inkling.model.ink.Drawing;
import dev.inkling.model.ink.Ink;
import dev.inkling.model.ink.Point;
import dev.inkling.model.ink.Stroke;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// A drawing as text, a line a stroke, for the file that it is kept in. It is read before the
/// window comes: an object mapper would have to be loaded first, which takes longer than reading.
///
/// ```
/// inkling drawing 1
/// canvas 560 560 ffffff
/// picture iVBORw0K…
/// stroke ink 28.0 000000 1.0 150.0 130.5 280.25 125.0
/// end
/// ```
public final class DrawingText {
  private static final String HEAD = "inkling drawing 1";
  private static final String END = "end";
  private static final int POINTS_FROM = 5;

  /// Far more than any window has, and far less than memory.
  private static final int MOST_SIDE = 4096;

  private DrawingText() {}

  /// That drawing as text.
  public static String of(Drawing drawing) {
    var text = new StringBuilder();
    text.append(HEAD).append('\n');
    text.append("canvas ").append(drawing.width()).append(' ').append(drawing.height());
    text.append(' ').append(colour(drawing.paper())).append('\n');
    drawing
        .backdrop()
        .map(picture -> Base64.getEncoder().encodeToString(picture.png()))
        .ifPresent(png -> text.append("picture ").append(png).append('\n'));
    drawing.strokes().forEach(stroke -> append(stroke, text));
    return text.append(END).append('\n').toString();
  }

  /// The drawing that became this text.
  ///
  /// @throws IOException if it is no such text, or not all of it
  public static Drawing read(String text) throws IOException {
    List<String> lines = text.lines().toList();
    if (lines.size() < 3 || !lines.getFirst().equals(HEAD) || !lines.getLast().equals(END)) {
      throw new IOException("No whole drawing of this version");
    }
    try {
      return drawing(lines.subList(1, lines.size() - 1));
    } catch (IllegalArgumentException | IndexOutOfBoundsException | InklingException broken) {
      throw new IOException("A damaged drawing", broken);
    }
  }

  private static void append(Stroke stroke, StringBuilder text) {
    Brush brush = stroke.brush();
    text.append("stroke ").append(brush.eraser() ? "eraser " : "ink ").append(brush.width());
    text.append(' ').append(colour(brush.ink())).append(' ').append(brush.opacity());
    for (Point point : stroke.points()) {
      text.append(' ').append(point.x()).append(' ').append(point.y());
    }
    text.append('\n');
  }

  private static Drawing drawing(List<String> lines) {
    String[] canvas = words(lines.getFirst(), "canvas");
    Optional<Backdrop> picture = Optional.empty();
    var strokes = new ArrayList<Stroke>();
    for (String line : lines.subList(1, lines.size())) {
      if (line.startsWith("picture ")) {
        picture =
            Optional.of(Backdrop.ofPng(Base64.getDecoder().decode(words(line, "picture")[1])));
      } else {
        strokes.add(stroke(words(line, "stroke")));
      }
    }
    return new Drawing(side(canvas[1]), side(canvas[2]), ink(canvas[3]), picture, strokes);
  }

  private static Stroke stroke(String[] words) {
    var brush =
        new Brush(number(words[2]), ink(words[3]), number(words[4]), words[1].equals("eraser"));
    var points = new ArrayList<Point>();
    for (int i = POINTS_FROM; i < words.length; i += 2) {
      points.add(new Point(number(words[i]), number(words[i + 1])));
    }
    return new Stroke(brush, points);
  }

  private static String[] words(String line, String first) {
    String[] words = line.split(" ", -1);
    if (!words[0].equals(first)) {
      throw new IllegalArgumentException("A line of %s was expected".formatted(first));
    }
    return words;
  }

  /// A damaged file must not ask for a canvas of gigabytes.
  private static int side(String word) {
    int side = Integer.parseInt(word);
    if (side > MOST_SIDE) {
      throw new IllegalArgumentException("No canvas is so large");
    }
    return side;
  }

  private static double number(String word) {
    double number = Double.parseDouble(word);
    if (!Double.isFinite(number)) {
      throw new IllegalArgumentException("No pen was there");
    }
    return number;
  }

  private static String colour(Ink ink) {
    return HexFormat.of().toHexDigits(ink.rgb(), 6);
  }

  private static Ink ink(String word) {
    return new Ink(HexFormat.fromHexDigits(word));
  }
}
