package dev.inkling.app.cli;

import dev.inkling.app.learn.LearnedModels;
import dev.inkling.app.settings.Settings;
import dev.inkling.model.serving.ModelStore;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Where the models are: `--models`, else the folder that the launcher or the installer names.
final class ModelsOption {
  @Option(
      names = "--models",
      paramLabel = "DIR",
      description = "Folder of models, each as NAME/VERSION/ (default: those shipped).")
  private @Nullable Path folder;

  Path folder() {
    return folder != null ? folder : Path.of(Settings.MODELS_FOLDER.fallback());
  }

  ModelStore store() {
    return LearnedModels.ofThisUser().with(folder());
  }
}
