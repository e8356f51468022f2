package dev.inkling.api;

import dev.inkling.model.serving.ModelId;
import dev.inkling.model.serving.Prediction;
import dev.inkling.model.serving.Timings;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/// A prediction as `/predict` answers it in JSON. `digit` and `confidence_score` are the original
/// service's names.
///
/// @param verdict `digit`, `unsure` or `not_a_digit`
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record PredictionBody(
    int digit,
    double confidenceScore,
    List<Double> probabilities,
    String verdict,
    ModelId model,
    Timings timingsMs) {
  /// What is answered for that prediction.
  public static PredictionBody of(Prediction prediction) {
    return new PredictionBody(
        prediction.digit(),
        prediction.confidence(),
        prediction.probabilities(),
        prediction.verdict().name().toLowerCase(Locale.ROOT),
        prediction.model(),
        prediction.timings());
  }
}
