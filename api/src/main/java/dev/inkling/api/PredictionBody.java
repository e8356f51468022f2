package dev.inkling.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.inkling.model.ink.GlyphPng;
import dev.inkling.model.serving.Evidence;
import dev.inkling.model.serving.Explanation;
import dev.inkling.model.serving.ModelId;
import dev.inkling.model.serving.Prediction;
import dev.inkling.model.serving.Saliency;
import dev.inkling.model.serving.Timings;
import dev.inkling.model.serving.WrittenNumber;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/// A prediction as `/predict` answers it in JSON. `digit` and `confidence_score` are the original
/// service's names.
///
/// @param digitness how much the picture looks like any digit at all, 0 to 1
/// @param verdict `digit`, `unsure` or `not_a_digit`
/// @param seen what the network saw as a PNG file, which Jackson writes in base64; left out of the
///     answer unless asked for
/// @param saliency how much each of those pixels mattered, 28 rows of 28 values from 0 to 1; left
///     out unless asked for, and by a model that can't tell
/// @param preprocessing how what the network saw was found; left out unless asked for
/// @param evidence what the ink says for or against one digit; left out unless asked for
/// @param digits the digits on the picture in reading order; left out unless asked for
/// @param number those digits as text, its lines parted by a line feed; left out unless asked for
@JsonInclude(JsonInclude.Include.NON_ABSENT)
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record PredictionBody(
    int digit,
    double confidenceScore,
    List<Double> probabilities,
    double digitness,
    String verdict,
    ModelId model,
    Timings timingsMs,
    Optional<byte[]> seen,
    Optional<float[][]> saliency,
    Optional<PreprocessingBody> preprocessing,
    Optional<Reasons> evidence,
    Optional<List<DigitBody>> digits,
    Optional<String> number) {
  /// What the ink says about a digit.
  ///
  /// @param digit which it is about
  /// @param ink 28 rows of 28 values: above 0 where the ink speaks for the digit, below 0 where it
  ///     speaks against it
  public record Reasons(int digit, float[][] ink) {}

  /// What is answered for that prediction.
  public static PredictionBody of(Prediction prediction) {
    return of(prediction, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /// What is answered to those who want to know the reason too.
  static PredictionBody of(
      Explanation explanation, Optional<Saliency> saliency, Optional<Evidence> evidence) {
    return of(
        explanation.prediction(),
        Optional.of(GlyphPng.of(explanation.seen())),
        saliency.map(Saliency::rows),
        Optional.of(PreprocessingBody.of(explanation.steps())),
        evidence.map(found -> new Reasons(found.digit(), found.rows())));
  }

  /// The same answer with the digits on the picture.
  PredictionBody with(WrittenNumber written) {
    return new PredictionBody(
        digit,
        confidenceScore,
        probabilities,
        digitness,
        verdict,
        model,
        timingsMs,
        seen,
        saliency,
        preprocessing,
        evidence,
        Optional.of(written.digits().stream().map(DigitBody::of).toList()),
        Optional.of(written.text()));
  }

  private static PredictionBody of(
      Prediction prediction,
      Optional<byte[]> seen,
      Optional<float[][]> saliency,
      Optional<PreprocessingBody> preprocessing,
      Optional<Reasons> evidence) {
    return new PredictionBody(
        prediction.digit(),
        prediction.confidence(),
        prediction.probabilities(),
        prediction.digitness(),
        prediction.verdict().name().toLowerCase(Locale.ROOT),
        prediction.model(),
        prediction.timings(),
        seen,
        saliency,
        preprocessing,
        evidence,
        Optional.empty(),
        Optional.empty());
  }
}
