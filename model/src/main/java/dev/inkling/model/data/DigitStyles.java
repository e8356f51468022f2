package dev.inkling.model.data;

import dev.inkling.model.ink.Point;
import java.util.List;
import java.util.random.RandomGenerator;

/// The shapes in which people write digits, among them those that MNIST's American writers lack or
/// rarely use: a 1 with a long flag or a foot, a crossed 7, a flat-topped 3, an open 4, a slashed
/// 0, a hooked 9. Drawn for this project.
public final class DigitStyles {
  private static final List<Style> ALL =
      Skeleton.all("digits.txt").stream()
          .map(shape -> new Style(Character.digit(shape.name().charAt(0), 10), shape))
          .toList();

  /// One shape of one digit.
  ///
  /// @param digit 0 to 9
  public record Style(int digit, Skeleton shape) {
    /// How far a writer misses each point, in hundredths of the digit's height.
    private static final double SPREAD = 2.5;

    /// Such as `7 crossed`.
    public String name() {
      return shape.name();
    }

    /// The pen's way, in a field of about 100 x 100, each time a little other.
    public List<List<Point>> lines(RandomGenerator random) {
      return shape.lines(SPREAD, random);
    }
  }

  private DigitStyles() {}

  /// Every style of every digit.
  public static List<Style> all() {
    return ALL;
  }

  /// The styles of one digit.
  public static List<Style> of(int digit) {
    return ALL.stream().filter(style -> style.digit() == digit).toList();
  }
}
