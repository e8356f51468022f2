package dev.inkling.model.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.inkling.model.ModelUnusable;
import dev.inkling.model.ink.Glyph;
import dev.inkling.model.network.Network;
import dev.inkling.model.network.SeedNetwork;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelStoreTest {
  private static final Network NETWORK = new SeedNetwork();

  @TempDir private Path folder;
  private ModelStore store;

  @BeforeEach
  void addAModel() {
    store = ModelStore.open(folder);
    add(1, weights(1));
  }

  @Test
  void whatWasAddedComesBackAsItWasTrained() {
    Map<String, float[]> weights = weights(5);
    add(2, weights);

    try (Classifier classifier = store.load("seed")) {
      assertThat(classifier.card().id()).isEqualTo(new ModelId("seed", 2));
      double[] said =
          classifier.classify(new Glyph(new float[Glyph.PIXELS])).probabilities().stream()
              .mapToDouble(p -> p)
              .toArray();
      assertThat(said).containsExactly(handComputed(weights), within(1e-6));
    }
  }

  @Test
  void theHighestVersionIsServed() {
    add(2, weights(2));
    add(10, weights(3));

    assertThat(store.cards()).extracting(ModelCard::version).containsExactly(10);
    assertThat(store.nextVersion("seed")).isEqualTo(11);
    assertThat(store.nextVersion("new")).isEqualTo(1);
  }

  @Test
  void whereModelsAreToGoIsMadeBeforeThereIsOne() {
    Path fresh = folder.resolve("not/there");

    ModelStore into = ModelStore.into(fresh);

    assertThat(fresh).isDirectory();
    assertThat(into.nextVersion("seed")).isEqualTo(1);
  }

  @Test
  void whereNoModelCanGoIsToldBeforeThereIsOne() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));

    assertThatExceptionOfType(ModelUnusable.class)
        .isThrownBy(() -> ModelStore.into(file))
        .withMessageContaining(file.toString())
        .withMessageContaining("--out");
  }

  @Test
  void aModelThatCannotBeMeasuredIsNotAdded() throws IOException {
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(
            () ->
                store.add(
                    NETWORK,
                    weights(1),
                    card(2),
                    classifier -> {
                      throw new IllegalStateException("interrupted");
                    }));

    try (Stream<Path> entries = Files.list(folder.resolve("seed"))) {
      assertThat(entries.map(entry -> entry.getFileName().toString())).containsExactly("1");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "model-card.json",
        "saved_model.pb",
        "variables/variables.index",
        "variables/variables.data-00000-of-00001"
      })
  void aMissingFileIsNamed(String name) throws IOException {
    Path file = folder.resolve("seed/1").resolve(name);
    Files.delete(file);

    assertUnusable("seed", file.toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "model-card.json",
        "saved_model.pb",
        "variables/variables.index",
        "variables/variables.data-00000-of-00001"
      })
  void aDamagedFileIsNamed(String name) throws IOException {
    Path file = folder.resolve("seed/1").resolve(name);
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 0x40;
    if (name.endsWith(".json")) {
      bytes = "{".getBytes(StandardCharsets.UTF_8);
    }
    Files.write(file, bytes);

    assertUnusable("seed", file.toString());
  }

  @Test
  void aCardThatVouchesForAGraphOfNonsenseDoesNotHelpIt() throws IOException {
    var version = new ModelFolder(folder.resolve("seed/1"));
    Files.writeString(version.path().resolve("saved_model.pb"), "nonsense");
    version.write(version.card().withFiles(version.hashes()));

    assertUnusable("seed", "saved_model.pb");
  }

  @Test
  void anUnknownPreprocessingIsSaidSo() throws IOException {
    Path card = folder.resolve("seed/1/model-card.json");
    Files.writeString(card, Files.readString(card).replace("\"resize\"", "\"squint\""));

    assertUnusable("seed", "squint");
  }

  @Test
  void aModelThatIsNotThereIsSaidSo() {
    assertUnusable("robust", "robust");
    assertUnusable("../seed", "../seed");
    assertUnusable("", "''");
  }

  @Test
  void anEmptyOrMissingFolderIsSaidSo() {
    for (Path nothing : List.of(folder.resolve("seed/1"), folder.resolve("nowhere"))) {
      assertThatExceptionOfType(ModelUnusable.class)
          .isThrownBy(() -> ModelStore.open(nothing).defaultName())
          .withMessageContaining(nothing.toString())
          .withMessageContaining("--models");
    }
  }

  @Test
  void moreFoldersCountAsOneAndTheLastTakesWhatIsNew() {
    Path own = folder.resolve(".own");
    ModelStore both = ModelStore.open(folder).and(own);
    assertThat(both.names()).isEqualTo(ModelStore.open(folder).names());
    String name = both.names().getFirst();
    int version = both.nextVersion(name);

    both.add(
        NETWORK,
        TestModels.weights(NETWORK, 5),
        TestModels.card(name, NETWORK, version),
        classifier -> List.of());

    assertThat(both.newest()).contains(new ModelId(name, version));
    assertThat(Files.isDirectory(own.resolve(name).resolve(String.valueOf(version)))).isTrue();
    assertThat(ModelStore.open(folder).newest()).doesNotContain(new ModelId(name, version));
    try (Classifier classifier = both.load(name)) {
      assertThat(classifier.card().version()).isEqualTo(version);
    }
  }

  @Test
  void aVersionGetsAnotherNameWithAllThatItIs() {
    ModelId id = store.newest().getFirst();

    ModelId renamed = store.rename(id, "other");

    assertThat(renamed).isEqualTo(new ModelId("other", 1));
    try (Classifier classifier = store.load("other")) {
      assertThat(classifier.card().id()).isEqualTo(renamed);
    }
    assertThat(store.newest()).doesNotContain(id);
  }

  private void assertUnusable(String name, String named) {
    assertThatExceptionOfType(ModelUnusable.class)
        .isThrownBy(() -> store.load(name))
        .satisfies(unusable -> assertThat(unusable.sentence()).contains(named));
  }

  private void add(int version, Map<String, float[]> weights) {
    store.add(NETWORK, weights, card(version), classifier -> List.of());
  }

  private static ModelCard card(int version) {
    return TestModels.card("seed", NETWORK, version);
  }

  private static Map<String, float[]> weights(long seed) {
    return TestModels.weights(NETWORK, seed);
  }

  /// What the network says of bare paper, where its first layer sees nothing but zeros.
  private static double[] handComputed(Map<String, float[]> weights) {
    double[] signal = sigmoid(toDoubles(weights.get("dense_1.bias")));
    signal = sigmoid(dense(signal, weights.get("dense_2.kernel"), weights.get("dense_2.bias")));
    signal = dense(signal, weights.get("dense_3.kernel"), weights.get("dense_3.bias"));
    double sum = 0;
    for (int i = 0; i < signal.length; i++) {
      signal[i] = Math.exp(signal[i]);
      sum += signal[i];
    }
    for (int i = 0; i < signal.length; i++) {
      signal[i] /= sum;
    }
    return signal;
  }

  private static double[] dense(double[] inputs, float[] kernel, float[] bias) {
    double[] outputs = toDoubles(bias);
    for (int i = 0; i < inputs.length; i++) {
      for (int j = 0; j < outputs.length; j++) {
        outputs[j] += inputs[i] * kernel[i * outputs.length + j];
      }
    }
    return outputs;
  }

  private static double[] sigmoid(double[] values) {
    for (int i = 0; i < values.length; i++) {
      values[i] = 1 / (1 + Math.exp(-values[i]));
    }
    return values;
  }

  private static double[] toDoubles(float[] values) {
    var doubles = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      doubles[i] = values[i];
    }
    return doubles;
  }
}
