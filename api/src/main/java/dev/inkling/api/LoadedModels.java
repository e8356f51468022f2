package dev.inkling.api;

import dev.inkling.model.ink.Brush;
import dev.inkling.model.ink.Drawing;
import dev.inkling.model.ink.DrawingRenderer;
import dev.inkling.model.ink.Ink;
import dev.inkling.model.ink.Point;
import dev.inkling.model.ink.Stroke;
import dev.inkling.model.serving.Classifier;
import dev.inkling.model.serving.ModelStore;
import io.helidon.http.Status;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The classifiers that answer, once they are loaded and warm.
final class LoadedModels implements AutoCloseable {
  private static final int WARM_UP_ROUNDS = 20;

  /// A slanted one, in the size and the format of a drawing from the window.
  private static final byte[] SAMPLE =
      new DrawingRenderer()
          .png(
              Drawing.blank(560, 560, Ink.WHITE)
                  .plus(
                      new Stroke(
                          new Brush(28, Ink.BLACK),
                          List.of(new Point(320, 120), new Point(240, 440)))));

  /// All of a store's models.
  private record Warm(Map<String, Classifier> byName, String defaultName) {}

  private volatile @Nullable Warm warm;

  /// Loads every model of the store.
  ///
  /// @throws dev.inkling.model.ModelUnusable naming the file that is wrong; none is kept then
  void load(ModelStore store) {
    var byName = new LinkedHashMap<String, Classifier>();
    try {
      String defaultName = store.defaultName();
      for (String name : store.names()) {
        Classifier classifier = store.load(name);
        byName.put(name, classifier);
        warmUp(classifier);
      }
      warm = new Warm(byName, defaultName);
    } catch (RuntimeException broken) {
      byName.values().forEach(Classifier::close);
      throw broken;
    }
  }

  /// The first pictures take Java a hundred times longer than the next, which finds its classes
  /// loaded and its loops compiled; no caller shall wait for that.
  private static void warmUp(Classifier classifier) {
    for (int i = 0; i < WARM_UP_ROUNDS; i++) {
      classifier.predict(SAMPLE);
    }
  }

  /// The model of that name, or the default.
  ///
  /// @throws Refusal if there is none of that name
  /// @throws Busy if they are still being loaded
  Classifier get(Optional<String> name) {
    Warm models = warm();
    Classifier classifier = models.byName.get(name.orElse(models.defaultName));
    if (classifier == null) {
      throw new Refusal(
          Status.NOT_FOUND_404,
          "There is no model of that name: choose one of %s."
              .formatted(String.join(", ", models.byName.keySet())));
    }
    return classifier;
  }

  /// All of them, the default first.
  ///
  /// @throws Busy if they are still being loaded
  List<Classifier> all() {
    Warm models = warm();
    return models.byName.values().stream()
        .sorted(Comparator.comparing(model -> !model.card().name().equals(models.defaultName)))
        .toList();
  }

  private Warm warm() {
    Warm models = warm;
    if (models == null) {
      throw new Busy("Inkling is still loading its models: send this request again in a second.");
    }
    return models;
  }

  @Override
  public void close() {
    Warm models = warm;
    warm = null;
    if (models != null) {
      models.byName.values().forEach(Classifier::close);
    }
  }
}
