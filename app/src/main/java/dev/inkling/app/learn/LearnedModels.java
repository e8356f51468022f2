package dev.inkling.app.learn;

import dev.inkling.app.document.DataFolder;
import dev.inkling.app.settings.Settings;
import dev.inkling.model.ModelUnusable;
import dev.inkling.model.network.Networks;
import dev.inkling.model.serving.ModelCard;
import dev.inkling.model.serving.ModelId;
import dev.inkling.model.serving.ModelStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What a person has taught the models of this machine: versions in the folder of that person's
/// data, beside those that were shipped. Where a version lies says what becomes of it, so that it
/// is the same after the next start, and anybody can see it:
///
/// - `NAME/VERSION/` is served, the highest number of each name;
/// - `.candidates/NAME/VERSION/` has just been learned, and waits for a decision;
/// - `.set-aside/NAME/VERSION/` was served, and was taken back.
///
/// A folder is moved as a whole: there is never half a version in any of the three.
public final class LearnedModels {
  private static final String CANDIDATES = ".candidates";
  private static final String SET_ASIDE = ".set-aside";

  private final Path folder;

  public LearnedModels(Path folder) {
    this.folder = folder;
  }

  /// Those of whoever runs the program.
  public static LearnedModels ofThisUser() {
    return new LearnedModels(DataFolder.ofThisUser().resolve("models"));
  }

  /// The models that answer: those in that folder, and what was learned on top of them if they are
  /// those that were shipped. Who names another folder means that one only.
  public ModelStore with(Path models) {
    ModelStore store = ModelStore.open(models);
    return models.equals(Path.of(Settings.MODELS_FOLDER.fallback())) ? store.and(folder) : store;
  }

  /// Which models can learn more: those whose network Inkling can build.
  ///
  /// @param models as [#with]
  List<String> teachable(Path models) {
    return with(models).cards().stream()
        .filter(card -> Networks.built(card.architecture()).isPresent())
        .map(ModelCard::name)
        .toList();
  }

  /// Where a new version is put until it is decided about.
  public Path candidates() {
    return folder.resolve(CANDIDATES);
  }

  /// The new version that waits for a decision, if there is one.
  public Optional<ModelId> candidate() {
    return Files.isDirectory(candidates())
        ? ModelStore.open(candidates()).newest().stream().findFirst()
        : Optional.empty();
  }

  /// Lets a new version answer from now on, in the place of the one before.
  public void use(ModelId candidate) {
    move(at(candidates(), candidate), at(folder, candidate));
  }

  /// Lets a new version answer who asks for it by another name.
  ///
  /// @return its name and number from now on
  public ModelId keepBeside(ModelId candidate, ModelStore models) {
    String name = freeName(candidate, models.names());
    ModelId renamed = ModelStore.open(candidates()).rename(candidate, name);
    move(at(candidates(), renamed), at(folder, renamed));
    return renamed;
  }

  /// Throws a new version away.
  public void discard(ModelId candidate) {
    deleteAll(at(candidates(), candidate));
  }

  /// The learned version of that name that answers now, if it is a learned one.
  public Optional<ModelId> used(String name) {
    return Files.isDirectory(folder)
        ? ModelStore.open(folder).newest().stream().filter(id -> id.name().equals(name)).findFirst()
        : Optional.empty();
  }

  /// Takes the learned version of that name that answers now aside: the one before answers again.
  public void goBack(String name) {
    used(name).ifPresent(id -> move(at(folder, id), at(folder.resolve(SET_ASIDE), id)));
  }

  private static String freeName(ModelId candidate, List<String> taken) {
    return Stream.iterate(1, number -> number + 1)
        .map(number -> "%s-taught-%d".formatted(candidate.name(), number))
        .filter(name -> !taken.contains(name))
        .findFirst()
        .orElseThrow();
  }

  private static Path at(Path place, ModelId id) {
    return place.resolve(id.name()).resolve(String.valueOf(id.version()));
  }

  private static void move(Path from, Path to) {
    try {
      Files.createDirectories(to.getParent());
      deleteAll(to);
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException refused) {
      throw new ModelUnusable(
          "The model could not be moved to %s: check that you may write there, and that there is room."
              .formatted(to),
          refused);
    }
  }

  private static void deleteAll(Path version) {
    if (!Files.isDirectory(version)) {
      return;
    }
    try (Stream<Path> files = Files.walk(version)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException refused) {
      throw new ModelUnusable(
          "The model in %s could not be removed: check that you may write there."
              .formatted(version),
          refused);
    }
  }
}
