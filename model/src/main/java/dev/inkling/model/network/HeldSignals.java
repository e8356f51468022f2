package dev.inkling.model.network;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import org.jspecify.annotations.Nullable;

/// Keeps signals waiting while TensorFlow computes on this thread, until it is closed on the same.
///
/// TensorFlow 2.18 multiplies matrices with a oneDNN that borrows the stack pointer for other data
/// in code that it writes for x86-64. The system lays what a signal's handler needs where the stack
/// pointer points, so that a signal in such a moment destroys what happens to lie there: "corrupted
/// size vs. prev_size", and the process is gone (oneDNN's issue 4845, mended in its 3.11.2).
/// Whatever samples a process sends signals, Java's own Flight Recorder among them.
///
/// Threads that are started meanwhile, as TensorFlow's own are, never get signals at all. The
/// process as a whole still does: they reach its other threads.
final class HeldSignals implements AutoCloseable {
  private static final boolean NEEDED =
      System.getProperty("os.name", "").equals("Linux")
          && System.getProperty("os.arch", "").equals("amd64");

  private final @Nullable Arena arena;
  private final MemorySegment before;

  @SuppressWarnings("MustBeClosedChecker") // The arena is closed with this.
  private HeldSignals() {
    if (NEEDED) {
      arena = Arena.ofConfined();
      before = Mask.set(arena);
      Mask.change(Mask.BLOCK, Mask.ALL_BUT_FAULTS, before);
    } else {
      arena = null;
      before = MemorySegment.NULL;
    }
  }

  static HeldSignals hold() {
    return new HeldSignals();
  }

  @Override
  public void close() {
    if (arena != null) {
      Mask.change(Mask.REPLACE, before, MemorySegment.NULL);
      arena.close();
    }
  }

  /// A thread's mask of signals, as glibc has it on Linux.
  private static final class Mask {
    static final int BLOCK = 0;
    static final int REPLACE = 2;

    /// SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE and SIGSEGV tell a thread of its own faults, and
    /// end the process unheard where they are blocked.
    private static final long FAULTS = bit(4) | bit(5) | bit(6) | bit(7) | bit(8) | bit(11);

    static final MemorySegment ALL_BUT_FAULTS = set(Arena.global());

    private static final MethodHandle CHANGE = handle();

    static {
      ALL_BUT_FAULTS.set(ValueLayout.JAVA_LONG, 0, ~FAULTS);
    }

    private Mask() {}

    /// Room for a `sigset_t`, empty.
    static MemorySegment set(Arena arena) {
      return arena.allocate(128, Long.BYTES);
    }

    static void change(int how, MemorySegment set, MemorySegment before) {
      try {
        int error = (int) CHANGE.invokeExact(how, set, before);
        if (error != 0) {
          throw new IllegalStateException("pthread_sigmask says " + error);
        }
      } catch (RuntimeException | Error known) {
        throw known;
      } catch (Throwable unlikely) {
        throw new IllegalStateException("pthread_sigmask can't be called", unlikely);
      }
    }

    private static long bit(int signal) {
      return 1L << (signal - 1);
    }

    @SuppressWarnings("restricted")
    private static MethodHandle handle() {
      Linker linker = Linker.nativeLinker();
      return linker.downcallHandle(
          linker.defaultLookup().findOrThrow("pthread_sigmask"),
          FunctionDescriptor.of(
              ValueLayout.JAVA_INT,
              ValueLayout.JAVA_INT,
              ValueLayout.ADDRESS,
              ValueLayout.ADDRESS));
    }
  }
}
