package dev.inkling.model.data;

import dev.inkling.model.ink.Picture;
import java.util.random.RandomGenerator;

/// Printed digits, in the typefaces that Inkling carries: people paste them, and they are digits
// too.
public final class FontDigits {
  private FontDigits() {}

  /// The digit in any font, somewhere on a sheet.
  ///
  /// @param digit 0 to 9
  public static Picture picture(int digit, RandomGenerator random) {
    if (digit < 0 || digit > 9) {
      throw new IllegalArgumentException("A digit is 0 to 9, got " + digit);
    }
    return Stencil.fill(Fonts.outline(Integer.toString(digit), random), random);
  }
}
