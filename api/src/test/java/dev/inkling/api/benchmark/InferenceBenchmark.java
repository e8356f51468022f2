package dev.inkling.api.benchmark;

import dev.inkling.model.ink.Glyph;
import dev.inkling.model.ink.Resize;
import dev.inkling.model.serving.Classifier;
import dev.inkling.model.serving.Prediction;
import dev.inkling.model.serving.ShippedModels;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// The shipped seed network: one glyph, and the whole way from an uploaded drawing.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class InferenceBenchmark {
  private final byte[] upload = BenchmarkPictures.rgbaPng();
  private final Glyph glyph = new Resize().apply(BenchmarkPictures.decoded(upload));
  private final Classifier seed = ShippedModels.store().load("seed");

  @Benchmark
  public Prediction glyph() {
    return seed.classify(glyph);
  }

  @Benchmark
  public Prediction upload() {
    return seed.predict(upload);
  }

  @TearDown
  public void close() {
    seed.close();
  }
}
