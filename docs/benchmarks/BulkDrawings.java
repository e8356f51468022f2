import dev.inkling.model.data.DigitStyles;
import dev.inkling.model.data.RandomHand;
import dev.inkling.model.ink.DrawingRenderer;
import dev.inkling.model.serving.Classifier;
import dev.inkling.model.serving.ModelStore;
import dev.inkling.model.serving.Prepared;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// For docs/benchmarks/bulk: draws pictures, and reads them in one process without Spark.
///
///     java -cp … BulkDrawings.java draw FOLDER COUNT
///     java -cp … BulkDrawings.java read FOLDER THREADS
class BulkDrawings {
  private static final int IN_A_FOLDER = 1_000;

  /// So many are different; the others are copies of them.
  private static final int DIFFERENT = 10_000;

  private static final int BATCH = 64;

  public static void main(String[] words) throws Exception {
    Path folder = Path.of(words[1]);
    int number = Integer.parseInt(words[2]);
    if (words[0].equals("draw")) {
      draw(folder, number);
    } else {
      read(folder, number);
    }
  }

  private static void draw(Path folder, int count) {
    var hand = new RandomHand();
    var renderer = new DrawingRenderer();
    IntStream.range(0, Math.min(DIFFERENT, count))
        .parallel()
        .forEach(
            i -> {
              var random = new Random(i);
              DigitStyles.Style style = DigitStyles.all().get(i % DigitStyles.all().size());
              byte[] png = renderer.png(hand.draw(style.lines(random), random));
              for (int copy = i; copy < count; copy += DIFFERENT) {
                write(folder.resolve("%03d/%06d.png".formatted(copy / IN_A_FOLDER, copy)), png);
              }
            });
  }

  private static void write(Path file, byte[] bytes) {
    try {
      Files.createDirectories(file.getParent());
      Files.write(file, bytes);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static void read(Path folder, int threads) throws Exception {
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder)) {
      files = all.filter(Files::isRegularFile).sorted().toList();
    }
    long start = System.nanoTime();
    try (Classifier model =
            ModelStore.open(Path.of(System.getProperty("inkling.models"))).load("robust");
        var pool = Executors.newFixedThreadPool(threads)) {
      var parts = new ArrayList<Future<?>>();
      for (int from = 0; from < files.size(); from += IN_A_FOLDER) {
        List<Path> part = files.subList(from, Math.min(from + IN_A_FOLDER, files.size()));
        parts.add(pool.submit(() -> read(part, model)));
      }
      for (Future<?> part : parts) {
        part.get();
      }
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.printf(
        "%,d pictures read in %.1f s (%.0f a second) by %d threads of one process%n",
        files.size(), seconds, files.size() / seconds, threads);
  }

  private static int read(List<Path> files, Classifier model) throws IOException {
    var batch = new ArrayList<Prepared>();
    int read = 0;
    for (Path file : files) {
      batch.add(model.prepare(Files.readAllBytes(file)));
      if (batch.size() == BATCH) {
        read += model.predict(batch).size();
        batch.clear();
      }
    }
    return read + model.predict(batch).size();
  }
}
