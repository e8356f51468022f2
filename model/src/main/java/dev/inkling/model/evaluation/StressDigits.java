package dev.inkling.model.evaluation;

import dev.inkling.model.data.PenDigit;
import dev.inkling.model.data.Sample;
import dev.inkling.model.data.Samples;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Clean digits and what they are, drawn by lot.
///
/// @param seed equal seeds draw equal digits, and disturb them equally
public record StressDigits(List<Known> digits, long seed) {
  public StressDigits {
    digits = List.copyOf(digits);
  }

  /// A clean digit whose truth is known.
  ///
  /// @param digit 0 to 9
  public record Known(CleanDigit clean, int digit) {}

  /// Up to `count` of each kind.
  public static StressDigits of(Samples samples, List<PenDigit> penDigits, int count, long seed) {
    var random = new SplittableRandom(seed);
    var digits = new ArrayList<Known>();
    for (int index : lot(samples.size(), count, random)) {
      Sample sample = samples.get(index);
      digits.add(new Known(new CleanGlyph(sample.glyph()), sample.digit()));
    }
    for (int index : lot(penDigits.size(), count, random)) {
      PenDigit pen = penDigits.get(index);
      digits.add(new Known(new CleanLines(pen.lines()), pen.digit()));
    }
    return new StressDigits(digits, seed);
  }

  private static int[] lot(int size, int count, SplittableRandom random) {
    // The first of a shuffled pack (R. Fisher and F. Yates), shuffled no further than is drawn.
    var pack = new int[size];
    for (int i = 0; i < size; i++) {
      pack[i] = i;
    }
    var drawn = new int[Math.min(count, size)];
    for (int i = 0; i < drawn.length; i++) {
      int other = random.nextInt(i, size);
      drawn[i] = pack[other];
      pack[other] = pack[i];
    }
    return drawn;
  }
}
