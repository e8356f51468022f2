package dev.inkling.app.predict;

import dev.inkling.app.texts.Sentence;
import dev.inkling.model.serving.PlacedDigit;
import dev.inkling.model.serving.Verdict;
import dev.inkling.model.serving.WrittenNumber;

/// Several digits as one would say them.
final class NumberInWords {
  private NumberInWords() {}

  static Sentence verdict(WrittenNumber number) {
    String text = number.text().replace("\n", " · ");
    return Sentence.of(isSure(number) ? "number" : "number.unsure", text);
  }

  static Sentence sureness(WrittenNumber number) {
    double least =
        number.digits().stream().mapToDouble(PlacedDigit::confidence).min().orElseThrow();
    return Sentence.of("number.sure", number.digits().size(), least * 100);
  }

  static boolean isSure(WrittenNumber number) {
    return number.digits().stream().allMatch(digit -> digit.verdict() == Verdict.DIGIT);
  }
}
