package dev.inkling.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.inkling.model.serving.Classifier;
import dev.inkling.model.serving.ModelCard;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;

/// `GET /models` and `/models/{name}`: the cards of the models that answer.
final class ModelsService implements HttpService {
  static final String PATH = "/models";

  /// A card as its file has it, and whether that model answers when none is named.
  record Body(@JsonProperty("default") boolean isDefault, @JsonUnwrapped ModelCard card) {}

  /// All cards, the default's first.
  record Bodies(List<Body> models) {}

  private final LoadedModels models;

  ModelsService(LoadedModels models) {
    this.models = models;
  }

  @Override
  public void routing(HttpRules rules) {
    rules
        .get("/", this::all)
        .any("/", Refusals.only("GET"))
        .get("/{name}", this::one)
        .any("/{name}", Refusals.only("GET"));
  }

  private void all(ServerRequest request, ServerResponse response) {
    List<ModelCard> all = models.cards();
    Json.send(response, new Bodies(all.stream().map(card -> body(card, all)).toList()));
  }

  private void one(ServerRequest request, ServerResponse response) {
    ModelCard card = ModelPath.of(request).ask(models, Classifier::card);
    Json.send(response, body(card, models.cards()));
  }

  private static Body body(ModelCard card, List<ModelCard> all) {
    return new Body(card.name().equals(all.getFirst().name()), card);
  }
}
