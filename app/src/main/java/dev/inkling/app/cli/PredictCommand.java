package dev.inkling.app.cli;

import dev.inkling.model.InklingException;
import dev.inkling.model.UnreadablePicture;
import dev.inkling.model.UnreadablePicture.Reason;
import dev.inkling.model.serving.Classifier;
import dev.inkling.model.serving.ModelStore;
import dev.inkling.model.serving.Prediction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `inkling predict FILE…`: reads pictures with the code that the server runs, in this process.
@Command(
    name = "predict",
    description = "Reads the digit in each picture file.",
    mixinStandardHelpOptions = true)
final class PredictCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private ModelsOption models;

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "PNG, JPEG or BMP files.")
  private List<Path> files;

  @Option(names = "--model", paramLabel = "NAME", description = "Which model (default: the best).")
  private @Nullable String model;

  @Option(names = "--json", description = "One JSON object a line instead of a table.")
  private boolean json;

  @Override
  public Integer call() {
    ModelStore store = models.store();
    var out = spec.commandLine().getOut();
    var answers = json ? Answers.json(out) : Answers.table(out, files);
    boolean failed = false;
    try (Classifier classifier = store.load(model != null ? model : store.defaultName());
        var progress = FileProgress.over(files.size())) {
      for (Path file : files) {
        try {
          Prediction prediction = classifier.predict(read(file));
          answers.prediction(file, prediction);
        } catch (InklingException refusal) {
          answers.refusal(file, refusal.sentence());
          failed = true;
        }
        progress.step();
      }
    }
    return failed ? InklingCommand.FAILED : InklingCommand.DONE;
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (NoSuchFileException missing) {
      throw new UnreadablePicture(Reason.EMPTY, "There is no such file.", missing);
    } catch (IOException unreadable) {
      throw new UnreadablePicture(Reason.EMPTY, "This file can't be read.", unreadable);
    }
  }
}
