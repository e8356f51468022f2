package dev.inkling.api;

import dev.inkling.model.ink.Glyph;
import dev.inkling.model.serving.Prediction;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/// Lets requests that come at the same time share a run of the network, as serving systems do
/// (dynamic batching: Crankshaw et al., "Clipper: A Low-Latency Online Prediction Serving System",
/// NSDI 2017, section 4.3): one glyph of many costs `seed` a ninth of what it costs alone, and they
/// change threads once instead of each by itself.
///
/// Nobody waits for company: a batch takes what comes until a thread is free for it.
final class Batcher {
  /// A larger one keeps those who came first waiting, and a glyph of 32 costs little already.
  private static final int MOST_GLYPHS = 32;

  private final SharedClassifier model;

  /// The batch that still takes glyphs.
  private @Nullable Batch open;

  Batcher(SharedClassifier model) {
    this.model = model;
  }

  private final class Batch {
    private final List<Glyph> glyphs = new ArrayList<>();
    private final FutureTask<List<Prediction>> predictions =
        new FutureTask<>(this::read) {
          // Read, or given up.
          @Override
          protected void done() {
            close(Batch.this);
          }
        };

    private List<Prediction> read() {
      close(this);
      return model.ask(classifier -> classifier.classify(glyphs));
    }
  }

  /// Reads the glyphs on one of the threads, with others' if there are some.
  ///
  /// @throws Busy if too much waits already, or reading takes too long
  List<Prediction> classify(Workers workers, List<Glyph> glyphs) throws InterruptedException {
    Batch batch;
    int from;
    synchronized (this) {
      if (open == null || open.glyphs.size() + glyphs.size() > MOST_GLYPHS) {
        open = new Batch();
      }
      batch = open;
      from = batch.glyphs.size();
      batch.glyphs.addAll(glyphs);
    }
    if (from == 0) {
      start(batch, workers);
    }
    return workers.await(batch.predictions).subList(from, from + glyphs.size());
  }

  /// What whoever came first does for all.
  @SuppressWarnings("ThreadPriorityCheck") // A batch of one would be right too, only slower.
  private void start(Batch batch, Workers workers) {
    if (model.isAskedByOthers()) {
      // Requests that have arrived, but not been read yet, get as far as this first.
      Thread.yield();
    }
    try {
      workers.execute(batch.predictions);
    } catch (Busy full) {
      batch.predictions.cancel(false);
      throw full;
    }
  }

  private synchronized void close(Batch batch) {
    if (open == batch) {
      open = null;
    }
  }
}
