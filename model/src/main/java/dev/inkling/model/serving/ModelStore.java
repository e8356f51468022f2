package dev.inkling.model.serving;

import dev.inkling.model.ModelUnusable;
import dev.inkling.model.network.Network;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tensorflow.exceptions.TensorFlowException;

/// Models in a folder, or in several that count as one, each as `NAME/VERSION/`; of several
/// versions the highest counts. New ones go to the last folder, which need not be there before.
public final class ModelStore {
  /// The model that answers when none is asked for, while it is there.
  private static final List<String> PREFERRED = List.of("robust", "seed");

  private static final Pattern VERSION = Pattern.compile("[1-9][0-9]{0,8}");

  private final List<Path> folders;

  private ModelStore(List<Path> folders) {
    this.folders = List.copyOf(folders);
  }

  /// The models in that folder.
  public static ModelStore open(Path folder) {
    return new ModelStore(List.of(folder));
  }

  /// The models in that folder, which is made if it is not there, to add others: a training that
  /// is over hours later is not to find out that it can't.
  ///
  /// @throws ModelUnusable if it can't be written to
  public static ModelStore into(Path folder) {
    try {
      Files.createDirectories(folder);
      if (!Files.isWritable(folder)) {
        throw new AccessDeniedException(folder.toString());
      }
    } catch (IOException refused) {
      throw unwritable(folder, refused);
    }
    return open(folder);
  }

  /// As one more folder, which may be empty or not there.
  public ModelStore and(Path more) {
    return new ModelStore(Stream.concat(folders.stream(), Stream.of(more)).toList());
  }

  /// The names of all models that have a version, in order.
  ///
  /// @throws ModelUnusable if the folder can't be read
  public List<String> names() {
    return models()
        .filter(entry -> versions(entry).findAny().isPresent())
        .map(entry -> entry.getFileName().toString())
        .distinct()
        .sorted()
        .toList();
  }

  /// The name of the model that answers when none is asked for.
  ///
  /// @throws ModelUnusable if there is no model at all
  public String defaultName() {
    return defaultOf(names())
        .orElseThrow(
            () ->
                new ModelUnusable(
                    "There is no model in %s: name the folder that has them with --models."
                        .formatted(place())));
  }

  /// Which of these models answers when none is asked for.
  public static Optional<String> defaultOf(Collection<String> names) {
    return Stream.concat(PREFERRED.stream(), names.stream().sorted())
        .filter(names::contains)
        .findFirst();
  }

  /// The highest version of each model that is complete: a card is put into its folder last.
  ///
  /// @throws ModelUnusable if the folder can't be read
  public List<ModelId> newest() {
    return names().stream()
        .flatMap(
            name ->
                versions(name)
                    .filter(version -> new ModelFolder(at(name, version)).hasCard())
                    .max()
                    .stream()
                    .mapToObj(version -> new ModelId(name, version)))
        .toList();
  }

  /// The highest version of the model of that name.
  ///
  /// @throws ModelUnusable if there is none
  public ModelId newest(String name) {
    return new ModelFolder(latest(name)).card().id();
  }

  /// The cards of all models, the default's first.
  public List<ModelCard> cards() {
    List<String> names = names();
    return names.stream()
        .sorted(Comparator.comparing(name -> !name.equals(defaultName())))
        .map(name -> new ModelFolder(latest(name)).card())
        .toList();
  }

  /// Loads the highest version of that model, ready to answer. The caller closes it.
  ///
  /// @throws ModelUnusable if there is none of that name, or naming the file that is wrong
  public Classifier load(String name) {
    return Classifier.load(latest(name));
  }

  /// Loads that version, ready to answer. The caller closes it.
  ///
  /// @throws ModelUnusable naming the file that is wrong
  public Classifier load(ModelId id) {
    Path version = at(id.name(), id.version());
    ModelId stated = new ModelFolder(version).card().id();
    if (!stated.equals(id)) {
      throw new ModelUnusable(
          "The model card in %s is that of %s: name folder and card alike."
              .formatted(version, stated));
    }
    return Classifier.load(version);
  }

  /// The arrays that a model reads with, by name, to go on from.
  ///
  /// @throws ModelUnusable if it is not that network, or naming the file that is wrong
  public Map<String, float[]> weights(ModelId id, Network network) {
    Path version = at(id.name(), id.version());
    var folder = new ModelFolder(version);
    folder.verify(folder.card());
    try {
      return SavedNetwork.weights(version, network);
    } catch (TensorFlowException | IllegalArgumentException otherNetwork) {
      throw new ModelUnusable(
          "The model in %s is not the network %s that it would have to be to learn more."
              .formatted(version, network.name()),
          otherNetwork);
    }
  }

  /// Gives a version another name, as that one's first.
  ///
  /// @return by what it is known from now on
  /// @throws ModelUnusable if it can't be written
  public ModelId rename(ModelId id, String name) {
    Path version = at(id.name(), id.version());
    ModelCard card = new ModelFolder(version).card().named(name);
    Path target = version.resolveSibling("..").normalize().resolve(name).resolve("1");
    try {
      Files.createDirectories(target.getParent());
      new ModelFolder(version).write(card);
      Files.move(version, target, StandardCopyOption.ATOMIC_MOVE);
      return card.id();
    } catch (IOException refused) {
      throw new ModelUnusable(
          "%s could not be named %s: check that you may write in its folder.".formatted(id, name),
          refused);
    }
  }

  /// The card of that version.
  ///
  /// @throws ModelUnusable if there is none
  public ModelCard card(ModelId id) {
    return new ModelFolder(at(id.name(), id.version())).card();
  }

  /// Calls back, on a thread of its own, once soon and then whenever files of models have changed
  /// and come to rest. Closing what is returned ends that.
  public ModelWatch watch(Runnable changed) {
    return ModelWatch.start(this, changed);
  }

  /// The version that a new model of that name would get.
  public int nextVersion(String name) {
    return versions(name).max().orElse(0) + 1;
  }

  /// Where a training run of a model may keep what it needs until the model is added.
  public Path workFile(String name) {
    return folders.getLast().resolve(name);
  }

  /// Adds a model. It is written under a temporary name, loaded and measured there, and then
  /// moved, so that nobody ever sees half of it.
  ///
  /// @param weights of the network, by name
  /// @param card for it; its file hashes and figures are filled in here
  /// @param measure asks the new model for the figures on its card
  /// @return the card as stored
  /// @throws ModelUnusable if the folder can't be written to
  public ModelCard add(
      Network network,
      Map<String, float[]> weights,
      ModelCard card,
      Function<Classifier, List<ModelCard.Figure>> measure) {
    Path target = folders.getLast().resolve(card.name()).resolve(String.valueOf(card.version()));
    try {
      Files.createDirectories(target.getParent());
      // No temporary folder of Java's: those are closed to everybody else, and a server may run as
      // another user.
      Path draft =
          Files.createDirectory(target.resolveSibling(".draft-" + ProcessHandle.current().pid()));
      try {
        SavedModelWriter.write(network, weights, card.temperature(), draft);
        var drafted = new ModelFolder(draft);
        ModelCard hashed = card.withFiles(drafted.hashes());
        drafted.write(hashed);
        ModelCard measured;
        try (Classifier classifier = Classifier.load(draft)) {
          measured = hashed.withFigures(measure.apply(classifier));
        }
        drafted.write(measured);
        Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
        return measured;
      } finally {
        deleteAll(draft);
      }
    } catch (IOException refused) {
      throw unwritable(target, refused);
    }
  }

  private static ModelUnusable unwritable(Path folder, IOException refused) {
    return new ModelUnusable(
        "No model can be written to %s (%s): name another folder with --out."
            .formatted(folder, refused),
        refused);
  }

  private Path latest(String name) {
    int version =
        versions(name)
            .max()
            .orElseThrow(
                () ->
                    new ModelUnusable(
                        "There is no model named '%s' in %s.".formatted(name, place())));
    return at(name, version);
  }

  List<Path> folders() {
    return folders;
  }

  /// Of all models, complete or not.
  List<Path> versionFolders() {
    return models()
        .flatMap(
            model -> versions(model).mapToObj(version -> model.resolve(String.valueOf(version))))
        .toList();
  }

  private Path at(String name, int version) {
    List<Path> places =
        folders.stream()
            .map(folder -> folder.resolve(name).resolve(String.valueOf(version)))
            .toList();
    return places.stream().filter(Files::isDirectory).findFirst().orElse(places.getFirst());
  }

  private IntStream versions(String name) {
    return models()
        .filter(model -> model.getFileName().toString().equals(name))
        .flatMapToInt(ModelStore::versions);
  }

  private Stream<Path> models() {
    return folders.stream()
        .filter(folder -> folder.equals(folders.getFirst()) || Files.isDirectory(folder))
        .flatMap(folder -> entries(folder).stream());
  }

  private String place() {
    return folders.stream().map(Path::toString).collect(Collectors.joining(" and "));
  }

  private static IntStream versions(Path model) {
    if (!Files.isDirectory(model)) {
      return IntStream.empty();
    }
    return entries(model).stream()
        .map(entry -> entry.getFileName().toString())
        .filter(VERSION.asMatchPredicate())
        .mapToInt(Integer::parseInt);
  }

  private static List<Path> entries(Path directory) {
    try (Stream<Path> entries = Files.list(directory)) {
      return entries.toList();
    } catch (IOException broken) {
      throw new ModelUnusable(
          "The folder of models %s can't be read: name another with --models.".formatted(directory),
          broken);
    }
  }

  private static void deleteAll(Path directory) throws IOException {
    if (!Files.exists(directory)) {
      return;
    }
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
