package dev.inkling.api;

import dev.inkling.model.ink.Box;
import dev.inkling.model.serving.PlacedDigit;
import java.util.Locale;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/// One of the digits that `/predict?multiple=true` answers.
///
/// @param verdict `digit`, `unsure` or `not_a_digit`
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record DigitBody(int digit, double confidenceScore, String verdict, Place box) {
  /// Where its ink is, in the picture's pixels.
  public record Place(int left, int top, int width, int height) {}

  static DigitBody of(PlacedDigit digit) {
    Box box = digit.box();
    return new DigitBody(
        digit.digit(),
        digit.confidence(),
        digit.verdict().name().toLowerCase(Locale.ROOT),
        new Place(box.left(), box.top(), box.width(), box.height()));
  }
}
