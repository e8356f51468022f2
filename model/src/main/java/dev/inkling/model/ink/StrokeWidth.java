package dev.inkling.model.ink;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Measures how wide a pen was and, if it was far from MNIST's, draws over with another: a
/// one-pixel pencil on a large canvas would shrink to a breath of grey, a fat marker to a blot.
///
/// Both by the distance to the nearest pixel of ink or of paper. Of a stroke of width w the mean
/// distance from its ink to the paper is w / 4, wherever it bends.
final class StrokeWidth {
  /// A pixel is ink from here on.
  private static final float INK = 0.5f;

  /// As much of a pixel as a line covers that is narrower than that.
  private static final float THREAD = 0.2f;

  private final Raster ink;
  private final boolean[] inked;
  private float @Nullable [] depths;

  /// @param ink with a bare margin, so that all of it has paper around
  StrokeWidth(Raster ink) {
    this(ink, new boolean[ink.values().length]);
    for (int i = 0; i < inked.length; i++) {
      inked[i] = ink.values()[i] >= INK;
    }
  }

  private StrokeWidth(Raster ink, boolean[] inked) {
    this.ink = ink;
    this.inked = inked;
  }

  /// The mean width in pixels; 0 if there is no ink. Distances run from pixel middle to pixel
  /// middle, so that half a pixel goes off each, but for the thinnest lines.
  double measured() {
    float[] depths = depths();
    double sum = 0;
    int count = 0;
    for (int i = 0; i < depths.length; i++) {
      if (inked[i]) {
        sum += depths[i];
        count++;
      }
    }
    return count == 0 ? 0 : Math.max(4 * (sum / count - 0.5), 1);
  }

  /// The same with lines narrower than a pixel, which count as ink though they are pale.
  StrokeWidth withThreads() {
    boolean[] all = inked.clone();
    for (int y = 1; y < ink.height() - 1; y++) {
      for (int x = 1; x < ink.width() - 1; x++) {
        int at = y * ink.width() + x;
        all[at] = inked[at] || isThread(x, y);
      }
    }
    return new StrokeWidth(ink, all);
  }

  /// Ink as it looks by another pen.
  ///
  /// @param by how many pixels wider its strokes are; below 0 if they are narrower
  record Changed(Raster ink, double by) {}

  /// Every stroke wider by `amount` pixels; the raster must have that much margin.
  Changed widened(double amount) {
    // One pixel of slope, as an antialiased edge has.
    double reach = amount / 2 + 0.5;
    float[] distances = DistanceField.toInk(inked, ink.width(), ink.height(), reach).everywhere();
    var values = new float[distances.length];
    for (int i = 0; i < values.length; i++) {
      double reached = Math.clamp(reach - distances[i], 0, 1);
      values[i] = (float) Math.max(ink.values()[i], reached);
    }
    return new Changed(new Raster(ink.width(), ink.height(), values), amount);
  }

  /// Every stroke narrower by `amount` pixels, or by as much as leaves the thinnest half its width:
  /// more would pull a tail to a thread whose body is still a blot.
  Changed narrowed(double amount) {
    float[] depths = depths();
    double cut = Math.min(amount / 2, thinnestHalf(depths) / 2);
    var values = new float[depths.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) Math.min(ink.values()[i], Math.clamp(depths[i] - cut, 0, 1));
    }
    return new Changed(new Raster(ink.width(), ink.height(), values), -2 * cut);
  }

  /// Every stroke at least `width` pixels wide, wider ones as they are; nothing if none is thinner.
  /// The raster must have half as much margin.
  Optional<Raster> withHairlinesWidened(double width) {
    double reach = width / 2;
    float[] depths = depths();
    var wide = new boolean[depths.length];
    for (int i = 0; i < wide.length; i++) {
      wide[i] = depths[i] >= reach + 0.5;
    }
    // Corners and edges of wide strokes lie no farther off their core.
    double beyond = Math.sqrt(2) * reach + 1;
    var fromWide = DistanceField.toInk(wide, ink.width(), ink.height(), beyond + 1);
    var thin = new boolean[depths.length];
    boolean any = false;
    for (int y = 1; y < ink.height() - 1; y++) {
      for (int x = 1; x < ink.width() - 1; x++) {
        int at = y * ink.width() + x;
        boolean middle = inked[at] ? isRidge(depths, at) : isThread(x, y);
        thin[at] = middle && fromWide.at(at) > beyond;
        any |= thin[at];
      }
    }
    return any
        ? Optional.of(new StrokeWidth(ink, thin).widened(width - 1).ink())
        : Optional.empty();
  }

  /// From each inked pixel to the paper.
  private float[] depths() {
    float[] known = depths;
    if (known == null) {
      known = DistanceField.toPaper(inked, ink.width(), ink.height()).everywhere();
      depths = known;
    }
    return known;
  }

  /// Half the width of the strokes' thin parts: a tenth of the ridges, the pixels that no
  /// neighbour lies deeper than, are no deeper.
  private double thinnestHalf(float[] depths) {
    var ridges = new Levels();
    int side = ink.longestSide();
    for (int y = 1; y < ink.height() - 1; y++) {
      for (int x = 1; x < ink.width() - 1; x++) {
        int at = y * ink.width() + x;
        if (inked[at] && isRidge(depths, at)) {
          ridges.add(depths[at] / side);
        }
      }
    }
    return ridges.quantile(0.1) * side;
  }

  private boolean isThread(int x, int y) {
    return ink.at(x, y) >= THREAD && ink.isThread(x, y);
  }

  private boolean isRidge(float[] depths, int at) {
    int width = ink.width();
    float depth = depths[at];
    return depth >= depths[at - 1]
        && depth >= depths[at + 1]
        && depth >= depths[at - width]
        && depth >= depths[at + width];
  }
}
