package dev.inkling.model.ink;

import dev.inkling.model.NoInk;
import java.util.List;
import java.util.Optional;

/// The original experiments' way: the whole picture squeezed to 28x28, whatever its shape and
/// wherever the ink, and its darkness taken for ink. It reads dark on light only: that is one of
/// the reasons why the seed network errs on drawings.
///
/// The filter is the one that the original service got from Pillow's `Image.resize`: Keys' cubic
/// convolution with a = -0.5, widened by the scale when shrinking so that every pixel counts
/// (R. Keys, "Cubic Convolution Interpolation for Digital Image Processing", 1981).
public record Resize() implements Preprocessing {
  static final String NAME = "resize";

  /// Less than half a step of an 8-bit picture: nothing that a person or a scanner put there.
  private static final float LEAST_CONTRAST = 0.5f / 255;

  @Override
  public Preprocessed preprocess(Picture picture) {
    if (picture.isEven(LEAST_CONTRAST)) {
      throw new NoInk();
    }
    float[] small = Resampling.cubic(picture, Glyph.SIDE, Glyph.SIDE).luminance();
    var ink = new float[Glyph.PIXELS];
    for (int i = 0; i < ink.length; i++) {
      ink[i] = 1 - small[i];
    }
    return new Preprocessed(new Glyph(ink), steps(picture.width(), picture.height()));
  }

  private static Steps steps(int width, int height) {
    return new Steps(
        NAME,
        width,
        height,
        new Steps.Crop(0, 0, width, height),
        true,
        List.of(),
        Optional.empty(),
        new Placement((double) Glyph.SIDE / width, (double) Glyph.SIDE / height, 0, 0));
  }

  @Override
  public String name() {
    return NAME;
  }
}
