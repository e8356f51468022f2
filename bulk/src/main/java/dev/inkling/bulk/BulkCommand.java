package dev.inkling.bulk;

import dev.inkling.model.InklingException;
import dev.inkling.model.serving.ModelStore;
import java.io.Console;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `inkling bulk`: reads a folder or a table of pictures, however large, on Apache Spark.
@Command(
    name = "inkling bulk",
    description =
        "Reads all pictures of a folder, or of Parquet files, on Apache Spark. Started again, it goes on with those that are not read yet.",
    mixinStandardHelpOptions = true)
public final class BulkCommand implements Callable<Integer> {
  private static final int DONE = 0;
  private static final int FAILED = 1;

  @Spec private CommandSpec spec;

  @Option(
      names = "--master",
      paramLabel = "URL",
      defaultValue = "local[*]",
      description = "Where Spark runs (default: ${DEFAULT-VALUE}, all cores of this machine).")
  private String master;

  @Option(
      names = "--input",
      paramLabel = "PLACE",
      required = true,
      description = "Folder of PNG, JPEG and BMP files, or of Parquet files.")
  private String input;

  @Option(
      names = "--pictures",
      paramLabel = "COLUMN",
      defaultValue = "content",
      description = "In Parquet, the column with the pictures' bytes (default: ${DEFAULT-VALUE}).")
  private String pictures;

  @Option(
      names = "--key",
      paramLabel = "COLUMN",
      defaultValue = "path",
      description =
          "In Parquet, the column that names each picture differently (default: ${DEFAULT-VALUE}).")
  private String key;

  @Option(
      names = "--output",
      paramLabel = "FOLDER",
      required = true,
      description = "Folder for Parquet files with what was read, a row for each picture.")
  private String output;

  @Option(
      names = "--models",
      paramLabel = "DIR",
      description = "Folder of models, each as NAME/VERSION/ (default: those shipped).")
  private @Nullable Path models;

  @Option(
      names = "--model",
      paramLabel = "NAME",
      description = "Which model reads (default: the server's default).")
  private @Nullable String model;

  /// Ends the process with 0 if all was read, 1 if it failed, 2 if it was asked wrongly.
  public static void main(String[] args) {
    System.exit(new CommandLine(new BulkCommand()).execute(args));
  }

  @Override
  public Integer call() throws IOException {
    Path folder = models != null ? models : Path.of(System.getProperty("inkling.models", "models"));
    try {
      ModelStore store = ModelStore.open(folder);
      String name = model != null ? model : store.defaultName();
      store.newest(name);
      checkInput();
      run(folder, name);
      return DONE;
    } catch (InklingException refused) {
      spec.commandLine().getErr().println("inkling: " + refused.sentence());
      return FAILED;
    }
  }

  private void run(Path folder, String name) throws IOException {
    Path archive = Files.createTempFile("inkling-models", ".zip");
    try (SparkSession spark = session(ExecutorsModel.packed(folder, archive))) {
      long start = System.nanoTime();
      BulkReading.Outcome outcome =
          new BulkReading(input, pictures, key, output, new ExecutorsModel(name)).run(spark);
      double seconds = (System.nanoTime() - start) / 1e9;
      spec.commandLine()
          .getOut()
          .printf(
              Locale.ROOT,
              "%,d pictures read in %.1f s (%.0f a second) into %s; %,d had been read before.%n",
              outcome.now(),
              seconds,
              outcome.now() / seconds,
              output,
              outcome.before());
    } finally {
      Files.delete(archive);
    }
  }

  private void checkInput() {
    boolean isHere = !input.contains("://");
    if (isHere && Files.notExists(Path.of(input))) {
      throw new ParameterException(spec.commandLine(), "There is no folder '%s'.".formatted(input));
    }
  }

  private SparkSession session(String archives) {
    var builder =
        SparkSession.builder()
            .appName("Inkling")
            .master(master)
            .config("spark.archives", archives)
            .config("spark.ui.enabled", "false")
            .config("spark.ui.showConsoleProgress", isWatched())
            // A task's file comes into its place when the task is done, not when the run is.
            .config("spark.hadoop.mapreduce.fileoutputcommitter.algorithm.version", "2")
            // To open a picture costs less than Spark thinks: some thousand make one task.
            .config("spark.sql.files.openCostInBytes", 64 << 10)
            .config("spark.sql.files.maxPartitionBytes", 64 << 20);
    if (!master.startsWith("local")) {
      builder.config("spark.jars", jars());
    }
    return builder.getOrCreate();
  }

  private static boolean isWatched() {
    return Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
  }

  /// Ours and what we need, for executors on other machines; Spark's own they have.
  private static String jars() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .filter(jar -> jar.endsWith(".jar") && !new File(jar).getName().startsWith("spark-"))
        .collect(Collectors.joining(","));
  }
}
