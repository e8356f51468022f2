package dev.inkling.api;

import dev.inkling.model.serving.Classifier;
import io.helidon.common.parameters.Parameters;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import java.util.Optional;
import java.util.function.Function;

/// The model that a path such as `/v2/models/{name}/versions/{version}` names.
record ModelPath(String name, Optional<String> version) {
  static ModelPath of(ServerRequest request) {
    Parameters parameters = request.path().pathParameters();
    return new ModelPath(parameters.get("name"), parameters.first("version").asOptional());
  }

  /// @throws Refusal if there is none of that name, or another version of it is served
  SharedClassifier.Held hold(LoadedModels models) {
    SharedClassifier.Held held = models.hold(Optional.of(name));
    String served = String.valueOf(held.classifier().card().version());
    if (!version.orElse(served).equals(served)) {
      held.close();
      throw new Refusal(
          Status.NOT_FOUND_404,
          "That version of '%s' is not served: ask for version %s, or leave it out."
              .formatted(name, served));
    }
    return held;
  }

  /// What it says to a question.
  ///
  /// @throws Refusal if there is none of that name, or another version of it is served
  <T> T ask(LoadedModels models, Function<Classifier, T> question) {
    try (SharedClassifier.Held held = hold(models)) {
      return question.apply(held.classifier());
    }
  }
}
