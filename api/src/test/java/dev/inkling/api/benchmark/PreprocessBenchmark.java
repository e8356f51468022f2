package dev.inkling.api.benchmark;

import dev.inkling.model.ink.Glyph;
import dev.inkling.model.ink.Picture;
import dev.inkling.model.ink.Preprocessing;
import dev.inkling.model.ink.Resize;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// A decoded picture to the 28x28 that a network sees.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class PreprocessBenchmark {
  private final Preprocessing resize = new Resize();
  private final Picture picture = BenchmarkPictures.decoded(BenchmarkPictures.rgbaPng());

  @Benchmark
  public Glyph resize() {
    return resize.apply(picture);
  }
}
