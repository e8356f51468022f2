package dev.inkling.model.training;

/// How the learning rate goes over a run: up in a straight line, then down along half a cosine
/// (I. Loshchilov and F. Hutter, "SGDR", 2017; the warm-up after P. Goyal et al., 2017).
///
/// @param highest rate, above 0
/// @param warmUpEpochs until the highest is reached
/// @param last rate; as high as the highest, the rate stays constant
public record Schedule(double highest, double warmUpEpochs, double last) {
  public Schedule {
    if (!(highest > 0) || !(last > 0) || last > highest || warmUpEpochs < 0) {
      throw new IllegalArgumentException("Learning rates are above 0 and do not rise");
    }
  }

  static Schedule constant(double rate) {
    return new Schedule(rate, 0, rate);
  }

  /// The rate after so many epochs of `all`.
  double rate(double epochs, int all) {
    if (epochs < warmUpEpochs) {
      return highest * (epochs + 1e-2) / (warmUpEpochs + 1e-2);
    }
    double done = Math.clamp((epochs - warmUpEpochs) / (all - warmUpEpochs), 0, 1);
    return last + (highest - last) * 0.5 * (1 + Math.cos(Math.PI * done));
  }
}
