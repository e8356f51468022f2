package dev.inkling.app.predict;

import dev.inkling.model.ink.Glyph;
import dev.inkling.model.ink.Placement;
import dev.inkling.model.ink.Steps;
import dev.inkling.model.serving.Evidence;
import dev.inkling.model.serving.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Answers as servers give them.
public final class TestAnswers {
  private TestAnswers() {}

  /// That digit, quite surely, of a picture that was prepared so.
  public static Answer reading(int digit, String preprocessing) {
    return of(digit, Verdict.DIGIT, preprocessing, Optional.empty());
  }

  /// That there is no digit.
  public static Answer none(String preprocessing) {
    return of(3, Verdict.NOT_A_DIGIT, preprocessing, Optional.empty());
  }

  /// No answer, but what to do.
  public static PredictionFailed refusal(String line) {
    return PredictionFailed.refused(line, false);
  }

  /// That digit, with what speaks for another.
  static Answer explaining(int digit, int about) {
    return of(
        digit,
        Verdict.DIGIT,
        "normalize",
        Optional.of(new Evidence(about, new float[Glyph.PIXELS])));
  }

  /// How it was prepared.
  static Steps steps(String preprocessing, boolean darker, Optional<Steps.Pen> pen) {
    return new Steps(
        preprocessing,
        560,
        400,
        new Steps.Crop(100, 50, 200, 300),
        darker,
        List.of(Steps.Removal.FRAME, Steps.Removal.SPECKS),
        pen,
        new Placement(0.05, 0.05, 0, 0));
  }

  private static Answer of(
      int digit, Verdict verdict, String preprocessing, Optional<Evidence> evidence) {
    return new Answer(
        digit,
        0.91,
        IntStream.range(0, 10).mapToObj(i -> i == digit ? 0.91 : 0.01).toList(),
        verdict,
        "robust 1",
        new byte[0],
        Optional.of(steps(preprocessing, true, Optional.empty())),
        evidence);
  }
}
