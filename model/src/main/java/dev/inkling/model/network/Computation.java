package dev.inkling.model.network;

import org.tensorflow.Result;
import org.tensorflow.Session;

/// Runs graphs in spite of what TensorFlow 2.18 can't bear: signals meanwhile ([HeldSignals]), and
/// company where it computes with oneDNN.
///
/// oneDNN's convolution that adds a residual keeps the two places between which it copies in the
/// operation, not in the run (`fuse_add_src_` and `fuse_add_dst_` in TensorFlow's
/// `mkl_conv_ops.cc`). Of two runs of one graph at once, one copies from or to where the other is,
/// which gives wrong answers, or the place is gone and so is the process. So runs take turns there;
/// each has the threads of all operations to itself.
public final class Computation {
  private static final Object TURN = new Object();

  private Computation() {}

  public static Result run(Session.Runner runner) {
    if (!FirstSession.mayUseOneDnn()) {
      return runHeld(runner);
    }
    synchronized (TURN) {
      return runHeld(runner);
    }
  }

  private static Result runHeld(Session.Runner runner) {
    try (var _ = HeldSignals.hold()) {
      return runner.run();
    }
  }
}
