package dev.inkling.api.benchmark;

import dev.inkling.model.ink.Glyph;
import dev.inkling.model.ink.Resize;
import dev.inkling.model.serving.ShippedModels;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.tensorflow.SavedModelBundle;
import org.tensorflow.Signature;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.types.TFloat32;

/// One glyph through the shipped SavedModel with TensorFlow's own choice of threads, and in the
/// caller's thread alone, which is what Inkling serves with. Each has a JVM of its own: a
/// process's first session settles the threads of all.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class SessionOptionsBenchmark {
  private final float[] ink =
      new Resize().apply(BenchmarkPictures.decoded(BenchmarkPictures.rgbaPng())).ink();

  @Param({"DEFAULTS", "CALLERS_THREAD"})
  public Options options;

  private SavedModelBundle bundle;
  private String input;
  private String output;

  /// What the session is told.
  public enum Options {
    DEFAULTS(ConfigProto.getDefaultInstance()),
    CALLERS_THREAD(
        ConfigProto.newBuilder()
            .setIntraOpParallelismThreads(1)
            .setInterOpParallelismThreads(-1)
            .build());

    private final ConfigProto config;

    Options(ConfigProto config) {
      this.config = config;
    }
  }

  @Setup
  public void load() {
    bundle =
        SavedModelBundle.loader(ShippedModels.FOLDER.resolve("seed/1").toString())
            .withConfigProto(options.config)
            .load();
    Signature signature = bundle.function(Signature.DEFAULT_KEY).signature();
    input = signature.getInputs().values().iterator().next().name;
    output = signature.getOutputs().values().iterator().next().name;
  }

  @TearDown
  public void close() {
    bundle.close();
  }

  @Benchmark
  public float glyph() {
    try (TFloat32 glyph =
            TFloat32.tensorOf(
                Shape.of(1, Glyph.SIDE, Glyph.SIDE), DataBuffers.of(ink, true, false));
        var result = bundle.session().runner().feed(input, glyph).fetch(output).run()) {
      return ((TFloat32) result.get(0)).getFloat(0, 0);
    }
  }
}
