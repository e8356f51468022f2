package dev.inkling.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.inkling.model.ink.GlyphPng;
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
    Optional<List<DigitBody>> digits,
    Optional<String> number) {
  /// What is answered for that prediction.
  public static PredictionBody of(Prediction prediction) {
    return of(prediction, Optional.empty(), Optional.empty());
  }

  /// What is answered to those who want to know the reason too.
  static PredictionBody of(Explanation explanation, Optional<Saliency> saliency) {
    return of(
        explanation.prediction(),
        Optional.of(GlyphPng.of(explanation.seen())),
        saliency.map(Saliency::rows));
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
        Optional.of(written.digits().stream().map(DigitBody::of).toList()),
        Optional.of(written.text()));
  }

  private static PredictionBody of(
      Prediction prediction, Optional<byte[]> seen, Optional<float[][]> saliency) {
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
        Optional.empty(),
        Optional.empty());
  }
}
