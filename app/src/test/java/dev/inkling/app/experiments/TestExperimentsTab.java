package dev.inkling.app.experiments;

import dev.inkling.app.background.Background;
import dev.inkling.app.document.FileDialogs;
import dev.inkling.app.document.ScriptedDialogs;
import dev.inkling.app.draw.DrawingViewModel;
import dev.inkling.app.learn.LearnedModels;
import dev.inkling.app.learn.TeachViewModel;
import dev.inkling.app.learn.Teacher;
import dev.inkling.app.predict.Predictor;
import dev.inkling.app.server.ServerViewModel;
import dev.inkling.model.ink.DrawingRenderer;
import dev.inkling.model.serving.ShippedModels;
import java.io.IOException;
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
    Path folder = Path.of("target", "nobody-records");
    return in(
        folder,
        drawing,
        new Inquiry(server.addressProperty()::get, nobody),
        teaching(
            folder,
            (model, steps) -> {
              throw new IOException("Nobody teaches in this test.");
            },
            background),
        new ScriptedDialogs(),
        background);
  }

  /// With their file in that folder.
  public static ExperimentsViewModel in(
      Path folder,
      DrawingViewModel drawing,
      Inquiry inquiry,
      TeachViewModel teaching,
      FileDialogs dialogs,
      Background background) {
    return new ExperimentsViewModel(
        drawing,
        new DrawingRenderer(),
        new StoreAccess(folder.resolve(ExperimentStore.NAME), Clock.systemUTC()),
        inquiry,
        teaching,
        dialogs,
        List::of,
        page -> CompletableFuture.failedStage(new IOException()),
        background,
        Clock.systemUTC(),
        new Random(1));
  }

  /// With what is learned in the folder's `models`.
  public static TeachViewModel teaching(Path folder, Teacher teacher, Background background) {
    return new TeachViewModel(
        teacher,
        new LearnedModels(folder.resolve("models")),
        ShippedModels.FOLDER,
        background,
        System::nanoTime);
  }
}
