package dev.inkling.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.api.RunningServer.Answer;
import dev.inkling.api.RunningServer.Client;
import dev.inkling.model.ink.DrawingRenderer;
import dev.inkling.model.ink.ScriptedHand;
import dev.inkling.model.serving.Classifier;
import dev.inkling.model.serving.ModelId;
import dev.inkling.model.serving.ModelStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class HotReloadTest {
  private static final byte[] TWO = new DrawingRenderer().png(ScriptedHand.draw(2));

  @TempDir private Path folder;

  @Test
  void aNewVersionTakesOverUnderLoadAndNoRequestFails() throws Exception {
    ModelCopies.copySeed(folder);
    var enough = new AtomicBoolean();
    List<Future<List<Integer>>> clients = new ArrayList<>();
    try (Client client = RunningServer.start(ModelStore.open(folder));
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 4; i++) {
        clients.add(threads.submit(() -> versionsSeen(client, enough)));
      }
      for (int version = 2; version <= 4; version++) {
        ModelCopies.addSeed(folder, version);
        while (version(client) != version) {
          Thread.onSpinWait();
        }
      }
      enough.set(true);
      for (Future<List<Integer>> seen : clients) {
        assertThat(seen.get()).isSorted().startsWith(1).endsWith(4);
      }
    }
  }

  @Test
  void modelsGoOnWhenTheirFolderIsDeleted() {
    ModelCopies.copySeed(folder);
    ModelStore store = ModelStore.open(folder);
    try (var models = new LoadedModels()) {
      models.load(store);
      ModelCopies.delete(folder.resolve("seed"));
      models.refresh(store);
      ModelCopies.delete(folder);
      models.refresh(store);

      assertThat(served(models)).isEqualTo(new ModelId("seed", 1));
      assertThat(models.ask(Optional.empty(), model -> model.predict(TWO)).probabilities())
          .hasSize(10);
    }
  }

  @Test
  void whereTheNewestVersionIsTakenAwayTheOneBeforeAnswersAgain() throws IOException {
    ModelCopies.copySeed(folder);
    ModelCopies.addSeed(folder, 2);
    ModelStore store = ModelStore.open(folder);
    try (var models = new LoadedModels()) {
      models.load(store);
      assertThat(served(models)).isEqualTo(new ModelId("seed", 2));

      ModelCopies.delete(folder.resolve("seed/2"));
      models.refresh(store);

      assertThat(served(models)).isEqualTo(new ModelId("seed", 1));
    }
  }

  @Test
  void aBrokenVersionIsToldOnceAndTheOldOneGoesOn() throws IOException {
    ModelCopies.copySeed(folder);
    ModelStore store = ModelStore.open(folder);
    try (var models = new LoadedModels();
        var log = CapturedLog.of(LoadedModels.class)) {
      models.load(store);
      ModelCopies.addSeed(folder, 2);
      Files.writeString(folder.resolve("seed/2/saved_model.pb"), "nonsense");
      models.refresh(store);
      models.refresh(store);

      assertThat(served(models)).isEqualTo(new ModelId("seed", 1));
      assertThat(log.lines())
          .singleElement()
          .asString()
          .contains("seed/2")
          .contains("saved_model.pb")
          .contains("damaged");
    }
  }

  @Test
  void aFolderIsLeftAloneUntilItsCardIsThere() throws IOException {
    ModelCopies.copySeed(folder);
    ModelStore store = ModelStore.open(folder);
    try (var models = new LoadedModels();
        var log = CapturedLog.of(LoadedModels.class)) {
      models.load(store);
      ModelCopies.addSeed(folder, 2);
      Path card = folder.resolve("seed/2/model-card.json");
      Files.delete(card);
      models.refresh(store);
      assertThat(served(models)).isEqualTo(new ModelId("seed", 1));
      assertThat(log.lines()).isEmpty();

      Files.writeString(card, ModelCopies.cardOf(2));
      models.refresh(store);
      assertThat(served(models)).isEqualTo(new ModelId("seed", 2));
    }
  }

  @Test
  void aNewModelAnswersAsWellAndTheBetterOneBecomesTheDefault() {
    ModelCopies.copySeed(folder);
    ModelStore store = ModelStore.open(folder);
    try (var models = new LoadedModels()) {
      models.load(store);
      ModelCopies.delete(folder.resolve("seed"));
      ModelCopies.copyAll(folder);
      models.refresh(store);

      assertThat(served(models)).isEqualTo(new ModelId("robust", 1));
      assertThat(models.loadSeconds()).hasSize(2);
    }
  }

  @Test
  void whoStillAsksTheOldVersionGetsHisAnswerBeforeItIsClosed() throws Exception {
    ModelCopies.copySeed(folder);
    ModelStore store = ModelStore.open(folder);
    var asking = new CountDownLatch(1);
    var replaced = new CountDownLatch(1);
    try (var models = new LoadedModels();
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      models.load(store);
      Future<ModelId> late =
          threads.submit(
              () ->
                  models.ask(
                      Optional.of("seed"),
                      model -> {
                        asking.countDown();
                        await(replaced);
                        return model.predict(TWO).model();
                      }));
      asking.await();
      ModelCopies.addSeed(folder, 2);
      models.refresh(store);
      assertThat(served(models)).isEqualTo(new ModelId("seed", 2));
      replaced.countDown();

      assertThat(late.get()).isEqualTo(new ModelId("seed", 1));
    }
  }

  private static ModelId served(LoadedModels models) {
    return models.ask(Optional.empty(), Classifier::card).id();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stopped) {
      throw new AssertionError(stopped);
    }
  }

  private static List<Integer> versionsSeen(Client client, AtomicBoolean enough) {
    var versions = new ArrayList<Integer>();
    do {
      versions.add(version(client));
    } while (!enough.get());
    versions.add(version(client));
    return versions;
  }

  private static int version(Client client) {
    Answer answer = client.post("/predict", "image/png", TWO);
    assertThat(answer.status()).isEqualTo(200);
    return answer.json().at("/model/version").asInt();
  }
}
