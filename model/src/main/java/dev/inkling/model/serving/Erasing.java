package dev.inkling.model.serving;

import dev.inkling.model.ink.Glyph;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/// Finds out what ink says for a digit by rubbing it out bit by bit and asking again (M. Zeiler and
/// R. Fergus, "Visualizing and Understanding Convolutional Networks", 2014, section 4.2). If the
/// digit becomes less likely without a bit of ink, that bit spoke for it.
///
/// A gradient, as [Saliency] is, costs one question instead of some two hundred. But it tells what
/// an infinitesimal change would do, it flickers from pixel to pixel, and models can give it for
/// the winning digit only. What an eraser does, a child understands, and every model can be asked.
final class Erasing {
  /// The eraser covers so many pixels on each side of its middle: three by three cut through a
  /// stroke of usual width.
  private static final int REACH = 1;

  /// Where there is less ink than that, there is none to speak of.
  private static final float LEAST_INK = 0.1f;

  /// Read in one run: more take more memory, and no less time.
  private static final int BATCH = 64;

  /// Ink that changes the digit's log odds by no more than this, which is a tenth of the odds, says
  /// little: where all ink is such, it is not made to look like more.
  private static final double LEAST_SAID = 0.1;

  /// Keeps the logarithm of a probability that has vanished within bounds.
  private static final double VANISHED = 1e-30;

  private Erasing() {}

  /// @param network answers ten probabilities for each glyph
  static Evidence from(Glyph glyph, int digit, Function<List<Glyph>, List<float[]>> network) {
    int[] inked =
        IntStream.range(0, Glyph.PIXELS).filter(i -> glyph.ink()[i] >= LEAST_INK).toArray();
    double before = logOdds(network.apply(List.of(glyph)).getFirst(), digit);
    var said = new double[Glyph.PIXELS];
    double most = LEAST_SAID;
    for (int from = 0; from < inked.length; from += BATCH) {
      int end = Math.min(from + BATCH, inked.length);
      var rubbed = new ArrayList<Glyph>(end - from);
      for (int i = from; i < end; i++) {
        rubbed.add(without(glyph, inked[i]));
      }
      List<float[]> answers = network.apply(rubbed);
      for (int i = from; i < end; i++) {
        said[inked[i]] = before - logOdds(answers.get(i - from), digit);
        most = Math.max(most, Math.abs(said[inked[i]]));
      }
    }
    var ink = new float[Glyph.PIXELS];
    for (int i = 0; i < ink.length; i++) {
      ink[i] = (float) (said[i] / most);
    }
    return new Evidence(digit, ink);
  }

  private static Glyph without(Glyph glyph, int middle) {
    float[] ink = glyph.ink().clone();
    int x = middle % Glyph.SIDE;
    int y = middle / Glyph.SIDE;
    for (int v = Math.max(y - REACH, 0); v <= Math.min(y + REACH, Glyph.SIDE - 1); v++) {
      for (int u = Math.max(x - REACH, 0); u <= Math.min(x + REACH, Glyph.SIDE - 1); u++) {
        ink[v * Glyph.SIDE + u] = 0;
      }
    }
    return new Glyph(ink);
  }

  /// Of the digit against all others. Their sum is taken from themselves: 1 - p has no digits left
  /// where the network is sure.
  private static double logOdds(float[] probabilities, int digit) {
    double others = 0;
    for (int i = 0; i < probabilities.length; i++) {
      others += i == digit ? 0 : probabilities[i];
    }
    return Math.log(probabilities[digit] + VANISHED) - Math.log(others + VANISHED);
  }
}
