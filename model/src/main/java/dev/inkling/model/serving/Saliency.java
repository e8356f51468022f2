package dev.inkling.model.serving;

import dev.inkling.model.ink.Glyph;

/// Which pixels a network's answer hangs on: the gradient of the winning digit's score with respect
/// to each pixel's ink (K. Simonyan et al., "Deep Inside Convolutional Networks", 2014). Of the
/// score before softmax, since a network that is sure of its answer has next to no gradient after
/// it.
///
/// @param gradient row by row, [Glyph#PIXELS] values; above 0 where more ink would speak for the
///     digit; not copied
public record Saliency(float[] gradient) {
  /// How much each pixel matters, whichever way: rows of values from 0 to 1, of which the largest
  /// is 1 unless none matters at all.
  public float[][] rows() {
    float largest = 0;
    for (float value : gradient) {
      largest = Math.max(largest, Math.abs(value));
    }
    var rows = new float[Glyph.SIDE][Glyph.SIDE];
    for (int i = 0; largest > 0 && i < gradient.length; i++) {
      rows[i / Glyph.SIDE][i % Glyph.SIDE] = Math.abs(gradient[i]) / largest;
    }
    return rows;
  }
}
