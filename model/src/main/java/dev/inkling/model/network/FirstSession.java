package dev.inkling.model.network;

import org.tensorflow.Graph;
import org.tensorflow.Session;
import org.tensorflow.TensorFlow;
import org.tensorflow.op.Ops;
import org.tensorflow.proto.ConfigProto;

/// What a process's first session settles for all that follow: with which library TensorFlow
/// computes, and with how many threads inside an operation. Later calls do nothing.
///
/// oneDNN is made for batches. It lays the data of each convolution out anew, which for one glyph
/// takes longer than it saves: without it the robust network reads a glyph 1.6 times faster, but
/// learns from a batch of 128 1.6 times slower. Whoever sets `TF_ENABLE_ONEDNN_OPTS` has decided;
/// on Windows the launchers set it. With oneDNN runs take turns ([Computation]).
///
/// JavaCPP, which stands between Java and TensorFlow, asks the system for the process's memory each
/// time that it allocates, some ten times a reading: a quarter of what the seed network takes.
/// Whoever reads closes what he allocates and is bounded by the server's limits, so it does not
/// look.
///
/// Before it loads TensorFlow, JavaCPP looks for eighteen libraries of NVIDIA's, in the jars and on
/// the library path, a quarter of the time that loading takes. Inkling has none of them, and where
/// the property for variants of a platform is set, if only to nothing, it does not look.
///
/// It also keeps TensorFlow's greeting from people who asked for a prediction: TensorFlow 2.18
/// writes two lines about an "MLIR V1 optimization pass" to standard error, through a copy of
/// Abseil's log that nobody initialises and no variable reaches, `TF_CPP_MIN_LOG_LEVEL` included.
/// So the file descriptor itself is turned aside while a first session adds nothing to nothing.
/// Whoever wants to hear TensorFlow sets `TF_CPP_MIN_LOG_LEVEL` to 0. On Windows nothing is turned
/// aside.
public final class FirstSession {
  private static final String ONE_DNN = "TF_ENABLE_ONEDNN_OPTS";
  private static final String WATCHED_MEMORY = "org.bytedeco.javacpp.maxPhysicalBytes";
  private static final String VARIANT = "org.bytedeco.javacpp.platform.extension";
  private static final int STANDARD_ERROR = 2;

  private static boolean over;
  private static volatile boolean withoutOneDnn = "0".equals(System.getenv(ONE_DNN));

  private FirstSession() {}

  /// In a process that asks trained networks.
  public static synchronized void toRead(ConfigProto options) {
    loadToRead();
    start(options);
  }

  /// Only loads TensorFlow, for [#toRead(ConfigProto)] to come.
  public static synchronized void loadToRead() {
    if (!over && Posix.isThere() && System.getenv(ONE_DNN) == null) {
      try (var posix = new Posix()) {
        posix.setEnvironment(ONE_DNN, "0");
        withoutOneDnn = true;
      }
    }
    unlessSet(WATCHED_MEMORY, "0");
    unlessSet(VARIANT, "");
    TensorFlow.version();
  }

  /// In a process that trains them.
  public static synchronized void toLearn(ConfigProto options) {
    unlessSet(VARIANT, "");
    start(options);
  }

  /// Whether this process can't be known to compute without oneDNN.
  static boolean mayUseOneDnn() {
    return !withoutOneDnn;
  }

  private static void unlessSet(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }

  private static void start(ConfigProto options) {
    if (over) {
      return;
    }
    over = true;
    if (Posix.isThere() && !"0".equals(System.getenv("TF_CPP_MIN_LOG_LEVEL"))) {
      silencedDuring(() -> run(options));
    } else {
      run(options);
    }
  }

  /// TensorFlow starts its threads with the first session, and they are to get no signals.
  private static void run(ConfigProto options) {
    try (var _ = HeldSignals.hold();
        var graph = new Graph();
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
}
