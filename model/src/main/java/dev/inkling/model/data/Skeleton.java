package dev.inkling.model.data;

import dev.inkling.model.ink.Point;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/// A shape as the few points that a pen goes through, in a field of 100 x 100. Kept as text in the
/// resources, so that a shape can be added by who can draw it.
///
/// @param name what it is, for contact sheets and failing tests
/// @param lines the pen's way, a list for each time that it touches the paper
public record Skeleton(String name, List<List<Knot>> lines) {

  /// A point that the pen goes through.
  ///
  /// @param corner whether the pen turns sharply there
  public record Knot(Point at, boolean corner) {}

  public Skeleton {
    lines = lines.stream().map(List::copyOf).toList();
  }

  /// All skeletons of a resource beside this class.
  static List<Skeleton> all(String resource) {
    return Resources.lines(resource).stream().map(Skeleton::parse).toList();
  }

  /// `NAME: X,Y X,Y … / X,Y …`: a slash lifts the pen, a `!` after a point makes it a corner.
  static Skeleton parse(String text) {
    int colon = text.indexOf(':');
    var lines =
        Arrays.stream(text.substring(colon + 1).split("/", -1))
            .map(line -> Arrays.stream(line.strip().split(" ", -1)).map(Skeleton::knot).toList())
            .toList();
    return new Skeleton(text.substring(0, colon), lines);
  }

  private static Knot knot(String text) {
    boolean corner = text.endsWith("!");
    String[] numbers = (corner ? text.substring(0, text.length() - 1) : text).split(",", 2);
    return new Knot(
        new Point(Double.parseDouble(numbers[0]), Double.parseDouble(numbers[1])), corner);
  }

  /// Whether the first line ends where it began, so that it can be filled.
  boolean isClosed() {
    var outline = lines.getFirst();
    return outline.getFirst().at().equals(outline.getLast().at());
  }

  /// The shape as no hand writes it twice: every point a little astray, the curves drawn through.
  ///
  /// @param spread standard deviation of each point's place, in hundredths of the field
  public List<List<Point>> lines(double spread, RandomGenerator random) {
    return lines.stream()
        .map(
            line -> Curve.through(line.stream().map(knot -> astray(knot, spread, random)).toList()))
        .toList();
  }

  private static Knot astray(Knot knot, double spread, RandomGenerator random) {
    double dx = spread * Math.clamp(random.nextGaussian(), -2.5, 2.5);
    double dy = spread * Math.clamp(random.nextGaussian(), -2.5, 2.5);
    return new Knot(new Point(knot.at().x() + dx, knot.at().y() + dy), knot.corner());
  }
}
