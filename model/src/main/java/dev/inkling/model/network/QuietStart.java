package dev.inkling.model.network;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import org.tensorflow.Graph;
import org.tensorflow.Session;
import org.tensorflow.op.Ops;
import org.tensorflow.proto.ConfigProto;

/// Keeps TensorFlow's greeting from people who asked for a prediction.
///
/// The first session of a process makes TensorFlow 2.18 write two lines about an "MLIR V1
/// optimization pass" to standard error. They come through a copy of Abseil's log that nobody
/// initialises and no variable reaches, `TF_CPP_MIN_LOG_LEVEL` included, so the file descriptor
/// itself is turned aside while a first session adds nothing to nothing. Whoever wants to hear
/// TensorFlow sets `TF_CPP_MIN_LOG_LEVEL` to 0. On Windows nothing is turned aside.
public final class QuietStart {
  private static final int STANDARD_ERROR = 2;
  private static final int WRITE_ONLY = 1;

  private static boolean started;

  private QuietStart() {}

  /// Before the process's first session of any use; later calls do nothing.
  ///
  /// @param options of the sessions to come: the process's first session settles how many threads
  ///     compute inside an operation, for all that follow
  public static synchronized void ofTensorFlow(ConfigProto options) {
    if (started) {
      return;
    }
    started = true;
    if (!"0".equals(System.getenv("TF_CPP_MIN_LOG_LEVEL"))
        && !System.getProperty("os.name", "").startsWith("Windows")) {
      silencedDuring(() -> firstSession(options));
    }
  }

  private static void firstSession(ConfigProto options) {
    try (var graph = new Graph();
        var session = new Session(graph, options)) {
      session.runner().addTarget(Ops.create(graph).noOp()).run().close();
    }
  }

  private static void silencedDuring(Runnable work) {
    try (var posix = new Posix()) {
      System.err.flush();
      int kept = posix.duplicate(STANDARD_ERROR);
      int nowhere = posix.open("/dev/null");
      posix.redirect(nowhere, STANDARD_ERROR);
      try {
        work.run();
      } finally {
        posix.redirect(kept, STANDARD_ERROR);
        posix.close(kept);
        posix.close(nowhere);
      }
    }
  }

  /// The four functions of POSIX that it takes.
  private static final class Posix implements AutoCloseable {
    private static final Linker LINKER = Linker.nativeLinker();
    private static final FunctionDescriptor INT_OF_INT =
        FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT);
    private static final FunctionDescriptor INT_OF_INTS =
        INT_OF_INT.appendArgumentLayouts(ValueLayout.JAVA_INT);
    private static final FunctionDescriptor INT_OF_NAME_AND_INT =
        FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_INT);

    private final Arena arena = Arena.ofConfined();

    int duplicate(int descriptor) {
      return call("dup", INT_OF_INT, descriptor);
    }

    void redirect(int from, int to) {
      call("dup2", INT_OF_INTS, from, to);
    }

    int open(String name) {
      return call("open", INT_OF_NAME_AND_INT, arena.allocateFrom(name), WRITE_ONLY);
    }

    void close(int descriptor) {
      call("close", INT_OF_INT, descriptor);
    }

    @SuppressWarnings("restricted")
    private static int call(String function, FunctionDescriptor type, Object... arguments) {
      SymbolLookup library = LINKER.defaultLookup();
      MethodHandle handle = LINKER.downcallHandle(library.findOrThrow(function), type);
      try {
        return (int) handle.invokeWithArguments(arguments);
      } catch (Throwable unlikely) {
        throw new IllegalStateException(function + " can't be called", unlikely);
      }
    }

    @Override
    public void close() {
      arena.close();
    }
  }
}
