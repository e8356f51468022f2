package dev.inkling.app.experiments;

import dev.inkling.app.predict.Answer;
import dev.inkling.app.predict.PredictionFailed;
import dev.inkling.app.predict.Predictor;
import dev.inkling.app.predict.Question;
import dev.inkling.model.serving.ModelId;
import dev.inkling.model.serving.Verdict;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Has a picture read by every model of the server, as any other client would.
///
/// @param server where it is, if it is there
public record Inquiry(Supplier<Optional<URI>> server, Predictor predictor) {

  /// What each says; nothing of what can't be asked now. Not on the screen's thread.
  public List<Reading> ask(byte[] png) throws InterruptedException {
    Optional<URI> address = server.get();
    var readings = new ArrayList<Reading>();
    if (address.isPresent()) {
      try {
        for (String model : predictor.models(address.get())) {
          ask(address.get(), png, model).ifPresent(readings::add);
        }
      } catch (PredictionFailed unreachable) {
        // The drawing and its truth are kept all the same.
      }
    }
    return readings;
  }

  private Optional<Reading> ask(URI address, byte[] png, String model) throws InterruptedException {
    try {
      return Optional.of(reading(predictor.predict(address, png, Question.to(model))));
    } catch (PredictionFailed noInkForThisOne) {
      return Optional.empty();
    }
  }

  private static Reading reading(Answer answer) {
    int blank = answer.model().lastIndexOf(' ');
    return new Reading(
        new ModelId(
            answer.model().substring(0, blank),
            Integer.parseInt(answer.model().substring(blank + 1))),
        answer.digit(),
        answer.confidence(),
        Verdict.valueOf(answer.verdict().name()),
        answer.probabilities());
  }
}
