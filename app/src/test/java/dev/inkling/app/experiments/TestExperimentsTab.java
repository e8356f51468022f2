package dev.inkling.app.experiments;

import dev.inkling.app.background.Background;
import dev.inkling.app.document.ScriptedDialogs;
import dev.inkling.app.draw.DrawingViewModel;
import dev.inkling.app.learn.LearnedModels;
import dev.inkling.app.learn.TeachViewModel;
import dev.inkling.app.predict.Predictor;
import dev.inkling.app.server.ServerViewModel;
import dev.inkling.model.ink.DrawingRenderer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;

/// Experiments for windows in tests, in a folder of their own.
public final class TestExperimentsTab {
  private TestExperimentsTab() {}

  /// For windows in which nobody records anything: there is no file before somebody does.
  public static ExperimentsViewModel unused(
      DrawingViewModel drawing, ServerViewModel server, Background background) {
    Predictor nobody =
        (address, png, question) -> {
          throw new InterruptedException();
        };
    try {
      return in(Files.createTempDirectory("inkling"), drawing, server, nobody, background);
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
  }

  /// With their file in that folder.
  public static ExperimentsViewModel in(
      Path folder,
      DrawingViewModel drawing,
      ServerViewModel server,
      Predictor predictor,
      Background background) {
    return new ExperimentsViewModel(
        drawing,
        new DrawingRenderer(),
        new StoreAccess(folder.resolve(ExperimentStore.NAME), Clock.systemUTC()),
        new Inquiry(server.addressProperty()::get, predictor),
        new TeachViewModel(
            (model, steps) -> {
              throw new IOException("Nobody teaches in this test.");
            },
            new LearnedModels(folder.resolve("models")),
            folder,
            background,
            System::nanoTime),
        new ScriptedDialogs(),
        List::of,
        page -> CompletableFuture.failedStage(new IOException()),
        background,
        Clock.systemUTC(),
        new Random(1));
  }
}
