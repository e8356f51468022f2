package dev.inkling.model.training;

import java.util.random.RandomGenerator;

/// Changes a glyph as another hand, pen or scanner would have: turned, slanted, stretched, warped,
/// thicker or thinner, blurred, broken, specked. What it makes is framed as [Normalizer] frames:
/// a hand that writes slanted gets its digit scaled to 20 pixels and centred like everybody.
///
/// Some of the glyphs are changed but a little, so that plain ones stay the usual case.
///
/// @param mild the share of those, 0 to 1
record Augmentation(double mild) {
  /// Every value a share of the largest change. With less of it, the network learns glyphs that it
  /// sees again and again by heart.
  private static final double MILDLY = 0.5;

  float[] changed(float[] ink, RandomGenerator random) {
    double strength = random.nextDouble() < mild ? MILDLY : 1;
    float[] warped = Warp.draw(ink, random, strength).applied(ink);
    if (strength == 1) {
      PenChange.draw(random).apply(warped);
      Damage.inflict(warped, random);
    }
    return warped;
  }
}
