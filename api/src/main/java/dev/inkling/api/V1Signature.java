package dev.inkling.api;

import dev.inkling.model.ink.Glyph;
import dev.inkling.model.serving.Classifier;
import dev.inkling.model.serving.ModelSignature;
import dev.inkling.model.serving.Saliency;
import io.helidon.http.Status;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The signatures that a model can be asked by.
enum V1Signature {
  PREDICT(ModelSignature.DEFAULT) {
    @Override
    V1Outputs ask(SharedClassifier.Held held, Workers workers, List<Glyph> glyphs)
        throws InterruptedException {
      return V1Outputs.of(held.classify(workers, glyphs), held.classifier());
    }
  },

  SALIENCY(ModelSignature.SALIENCY) {
    @Override
    V1Outputs ask(SharedClassifier.Held held, Workers workers, List<Glyph> glyphs)
        throws InterruptedException {
      List<Saliency> saliencies =
          held.askOn(workers, classifier -> classifier.saliency(glyphs)).orElseThrow();
      return new V1Outputs(
          Map.of("gradient", saliencies.stream().map(V1Signature::rows).toList()), List.of());
    }
  };

  private final String key;

  V1Signature(String key) {
    this.key = key;
  }

  /// @throws Refusal if the model has none of that name
  static V1Signature of(Optional<String> name, Classifier classifier) {
    List<V1Signature> known = of(classifier);
    return known.stream()
        .filter(signature -> signature.key.equals(name.orElse(ModelSignature.DEFAULT)))
        .findFirst()
        .orElseThrow(
            () ->
                new Refusal(
                    Status.BAD_REQUEST_400,
                    "The model has no signature of that name: choose one of %s."
                        .formatted(
                            String.join(
                                ", ", known.stream().map(signature -> signature.key).toList()))));
  }

  private static List<V1Signature> of(Classifier classifier) {
    List<String> keys = classifier.signatures().stream().map(ModelSignature::key).toList();
    return Stream.of(values()).filter(signature -> keys.contains(signature.key)).toList();
  }

  /// Asks on the workers' threads.
  abstract V1Outputs ask(SharedClassifier.Held held, Workers workers, List<Glyph> glyphs)
      throws InterruptedException;

  private static float[][] rows(Saliency saliency) {
    var rows = new float[Glyph.SIDE][Glyph.SIDE];
    for (int row = 0; row < Glyph.SIDE; row++) {
      System.arraycopy(saliency.gradient(), row * Glyph.SIDE, rows[row], 0, Glyph.SIDE);
    }
    return rows;
  }
}
