package dev.inkling.model.evaluation.report;

import dev.inkling.model.serving.ModelCard;
import dev.inkling.model.serving.ModelCard.DataSource;
import java.util.Map;

/// What a model's card says, so that whoever reads the report can have the model again.
public record CardFacts(ModelCard card) {
  /// A list of terms, to be put into a page.
  public Html html() {
    var provenance = card.provenance();
    var html =
        new Html()
            .add("<p>%s</p>", card.description())
            .add("<dl>")
            .add(fact("Network", card.architecture()))
            .add(fact("Preprocessing", card.preprocessing()))
            .add(
                fact(
                    "Verdicts",
                    "digit from a confidence of %s on; not a digit below a digitness of %s"
                        .formatted(card.thresholds().digit(), card.thresholds().notADigit())))
            .add(fact("Made by", provenance.command()))
            .add(fact("On", provenance.trained()))
            .add(fact("Hyperparameters", joined(provenance.hyperparameters())))
            .add(fact("Software", joined(provenance.software())));
    for (DataSource source : provenance.data()) {
      html.add(
          fact(
              "Trained on",
              "%s (%s), %s".formatted(source.name(), source.licence(), source.part())));
      source.sha256().forEach((file, hash) -> html.add(hash(file, hash)));
    }
    card.files().forEach((file, hash) -> html.add(hash(file, hash)));
    return html.add("</dl>");
  }

  private static Html fact(String name, String value) {
    return new Html().add("<dt>%s</dt><dd>%s</dd>", name, value);
  }

  private static Html hash(String file, String hash) {
    return new Html().add("<dt>SHA-256</dt><dd>%s <code>%s</code></dd>", file, hash);
  }

  private static String joined(Map<String, ?> values) {
    return String.join(
        ", ",
        values.entrySet().stream().map(entry -> entry.getKey() + " " + entry.getValue()).toList());
  }
}
