package dev.inkling.api;

import dev.inkling.model.ModelUnusable;
import dev.inkling.model.serving.Classifier;
import dev.inkling.model.serving.ModelCard;
import dev.inkling.model.serving.ModelId;
import dev.inkling.model.serving.ModelStore;
import io.helidon.http.Status;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The classifiers that answer, once they are loaded and warm. A newer version takes the place of
/// an older one at once: requests see the one or the other, and none waits.
final class LoadedModels implements AutoCloseable {
  private static final Logger LOG = System.getLogger(LoadedModels.class.getName());

  /// Those that answer, by name.
  private record Warm(Map<String, SharedClassifier> byName, String defaultName) {}

  private final Map<ModelId, String> refused = new HashMap<>();
  private volatile @Nullable Warm warm;

  /// Loads every model of the store.
  ///
  /// @throws ModelUnusable naming the file that is wrong; none is kept then
  synchronized void load(ModelStore store) {
    var byName = new TreeMap<String, SharedClassifier>();
    try {
      String defaultName = store.defaultName();
      for (String name : store.names()) {
        Supplier<Classifier> loader = () -> store.load(name);
        byName.put(name, byName.isEmpty() ? WarmUp.first(loader) : WarmUp.another(loader));
      }
      warm = new Warm(byName, defaultName);
    } catch (RuntimeException broken) {
      byName.values().forEach(SharedClassifier::letGo);
      throw broken;
    }
  }

  /// Takes over what the store has now: new models, newer versions of those loaded, and older ones
  /// whose newer one was taken away. One that can't be used is refused with a line in the log; one
  /// that has gone altogether goes on answering.
  synchronized void refresh(ModelStore store) {
    try {
      store.newest().forEach(id -> takeOver(id, store));
    } catch (ModelUnusable gone) {
      LOG.log(Level.WARNING, "{0} The loaded models go on.", gone.sentence());
    }
  }

  private void takeOver(ModelId id, ModelStore store) {
    Warm models = warm;
    if (models == null) {
      return;
    }
    SharedClassifier old = models.byName.get(id.name());
    if (old != null && old.id().equals(id)) {
      return;
    }
    try {
      put(models, WarmUp.another(() -> store.load(id)));
      refused.remove(id);
      LOG.log(Level.INFO, "Model {0} answers from now on.", id);
    } catch (RuntimeException broken) {
      refuse(id, broken instanceof ModelUnusable known ? known.sentence() : broken.toString());
      return;
    }
    if (old != null) {
      old.letGo();
    }
  }

  /// It is tried again whenever a file changes, but told again only when something else is wrong.
  private void refuse(ModelId id, String reason) {
    if (!reason.equals(refused.put(id, reason))) {
      LOG.log(
          Level.WARNING, "Model {0} is not taken over, the loaded models go on: {1}", id, reason);
    }
  }

  private void put(Warm models, SharedClassifier classifier) {
    var byName = new TreeMap<>(models.byName);
    byName.put(classifier.id().name(), classifier);
    warm = new Warm(byName, ModelStore.defaultOf(byName.keySet()).orElseThrow());
  }

  /// What the model of that name, or the default, says to a question.
  ///
  /// @throws Refusal if there is none of that name
  /// @throws Busy if they are still being loaded
  <T> T ask(Optional<String> name, Function<Classifier, T> question) {
    try (SharedClassifier.Held held = hold(name)) {
      return question.apply(held.classifier());
    }
  }

  /// The model of that name, or the default; it stays open until it is closed here.
  ///
  /// @throws Refusal if there is none of that name
  /// @throws Busy if they are still being loaded
  SharedClassifier.Held hold(Optional<String> name) {
    while (true) {
      Optional<SharedClassifier.Held> held = find(name).hold();
      if (held.isPresent()) {
        return held.get();
      }
      // It was replaced and closed between the two calls: its successor is there already.
    }
  }

  private SharedClassifier find(Optional<String> name) {
    Warm models = warm();
    SharedClassifier classifier = models.byName.get(name.orElse(models.defaultName));
    if (classifier == null) {
      throw new Refusal(
          Status.NOT_FOUND_404,
          "There is no model of that name: choose one of %s."
              .formatted(String.join(", ", models.byName.keySet())));
    }
    return classifier;
  }

  /// What is known of each, the default first.
  ///
  /// @throws Busy if they are still being loaded
  List<ModelCard> cards() {
    Warm models = warm();
    return models.byName.values().stream()
        .map(SharedClassifier::card)
        .sorted(Comparator.comparing(card -> !card.name().equals(models.defaultName)))
        .toList();
  }

  private Warm warm() {
    Warm models = warm;
    if (models == null) {
      throw new Busy("Inkling is still loading its models: send this request again in a second.");
    }
    return models;
  }

  /// How long each took to be loaded and warmed.
  Map<ModelId, Double> loadSeconds() {
    Warm models = warm;
    var seconds = new HashMap<ModelId, Double>();
    if (models != null) {
      models.byName.values().forEach(model -> seconds.put(model.id(), model.loadSeconds()));
    }
    return seconds;
  }

  @Override
  public synchronized void close() {
    Warm models = warm;
    warm = null;
    if (models != null) {
      models.byName.values().forEach(SharedClassifier::letGo);
    }
  }
}
