package dev.inkling.api.benchmark;

import dev.inkling.model.ink.Picture;
import dev.inkling.model.ink.PictureDecoder;
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

/// Uploaded bytes to luminance.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class DecodeBenchmark {
  private final PictureDecoder decoder = new PictureDecoder();
  private final byte[] rgbaPng = BenchmarkPictures.rgbaPng();
  private final byte[] greyPng = BenchmarkPictures.greyPng();
  private final byte[] jpeg = BenchmarkPictures.jpeg();

  @Benchmark
  public Picture rgbaPng() {
    return decoder.decode(rgbaPng);
  }

  @Benchmark
  public Picture greyPng() {
    return decoder.decode(greyPng);
  }

  @Benchmark
  public Picture jpeg() {
    return decoder.decode(jpeg);
  }
}
