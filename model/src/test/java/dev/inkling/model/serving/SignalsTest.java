package dev.inkling.model.serving;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.model.ink.Glyph;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// Profilers send a signal to whatever thread computes, some hundred times a second. It runs in a
/// process of its own, since a network that can't bear it takes the whole of Java down.
@EnabledOnOs(OS.LINUX)
class SignalsTest {
  private static final int GLYPHS = 32;
  private static final int RUNS = 8_000;

  @Test
  void aNetworkIsReadWhileSignalsComeIn() throws Exception {
    assertThat(OwnProcess.of(SignalsTest.class, Map.of())).isEmpty();
  }

  public static void main(String[] none) throws Throwable {
    List<Glyph> glyphs = Collections.nCopies(GLYPHS, grey());
    try (Classifier seed = ShippedModels.store().load("seed")) {
      signalEveryMillisecond();
      for (int run = 0; run < RUNS; run++) {
        seed.classify(glyphs);
      }
    }
  }

  /// Of processor time, as a profiler does, but to a handler that does nothing: `abs` takes an
  /// `int`.
  @SuppressWarnings("restricted")
  private static void signalEveryMillisecond() throws Throwable {
    int profileTimer = 2;
    int profileSignal = 27;
    Linker linker = Linker.nativeLinker();
    SymbolLookup libc = linker.defaultLookup();
    MethodHandle signal =
        linker.downcallHandle(
            libc.findOrThrow("signal"), FunctionDescriptor.of(ADDRESS, JAVA_INT, ADDRESS));
    MethodHandle setTimer =
        linker.downcallHandle(
            libc.findOrThrow("setitimer"),
            FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS, ADDRESS));
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment everyMillisecond = arena.allocateFrom(JAVA_LONG, 0, 1000, 0, 1000);
      signal.invoke(profileSignal, libc.findOrThrow("abs"));
      setTimer.invoke(profileTimer, everyMillisecond, MemorySegment.NULL);
    }
  }

  private static Glyph grey() {
    var ink = new float[Glyph.PIXELS];
    Arrays.fill(ink, 0.5f);
    return new Glyph(ink);
  }
}
