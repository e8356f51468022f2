package dev.inkling.model.training;

import dev.inkling.model.NoInk;
import dev.inkling.model.data.DataHome;
import dev.inkling.model.data.DigitStyles;
import dev.inkling.model.data.FontDigits;
import dev.inkling.model.data.Mnist;
import dev.inkling.model.data.NonDigits;
import dev.inkling.model.data.PenDigit;
import dev.inkling.model.data.PenDigits;
import dev.inkling.model.data.RandomHand;
import dev.inkling.model.data.Samples;
import dev.inkling.model.evaluation.CleanLines;
import dev.inkling.model.evaluation.Pose;
import dev.inkling.model.ink.DrawingRenderer;
import dev.inkling.model.ink.Glyph;
import dev.inkling.model.ink.Normalizer;
import dev.inkling.model.ink.Picture;
import dev.inkling.model.ink.Preprocessing;
import dev.inkling.model.training.AugmentedBatches.Pool;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/// What the robust network learns from and is measured with. Everything went through [Normalizer],
/// as everything that it is ever asked about will.
///
/// @param pools to learn from, without the pen digits of some writers
/// @param missing the pen digits of those writers, to learn from in the end
/// @param validation MNIST's last training samples
/// @param heldOut the same writers' digits, drawn once more, to measure with before that
/// @param others things that are no digit, from other random numbers than those learned from, to
///     choose the thresholds by
/// @param moreOthers likewise, to measure with
record RobustData(
    List<Pool> pools,
    Pool missing,
    Samples validation,
    Samples heldOut,
    Samples others,
    Samples moreOthers) {
  /// Of thirty.
  static final int WRITERS_HELD_OUT = 6;

  /// How often each pen digit is drawn, each time with another pen on another canvas.
  private static final int DRAWINGS_OF_A_PEN_DIGIT = 4;

  private static final int STYLED = 12_000;
  private static final int TYPED = 3_000;
  private static final int NON_DIGITS = 30_000;
  private static final int NON_DIGITS_TO_MEASURE = 2_000;

  // How many of each an epoch takes. MNIST's are all taken.
  private static final int PEN_DIGITS_AN_EPOCH = 18_000;
  private static final int MISSING_AN_EPOCH = 5_000;
  private static final int STYLED_AN_EPOCH = 6_000;
  private static final int TYPED_AN_EPOCH = 2_000;
  private static final int NON_DIGITS_AN_EPOCH = 16_000;

  private static final Normalizer NORMALIZER = new Normalizer();
  private static final RandomHand HAND = new RandomHand();
  private static final DrawingRenderer RENDERER = new DrawingRenderer();

  /// Makes a picture from random numbers, or says what digit it is.
  private interface Maker {
    Drawn draw(int index, Random random);
  }

  private record Drawn(Picture picture, int digit) {}

  static RobustData read(DataHome home, Hyperparameters parameters, TrainingProgress progress) {
    Samples mnist = normalised(Mnist.TRAIN.read(home));
    int training = mnist.size() - parameters.validationSamples();
    List<PenDigit> pen = PenDigits.read(home);
    List<Integer> writers = pen.stream().map(PenDigit::writer).distinct().sorted().toList();
    List<Integer> away = heldOut(writers);
    List<PenDigit> known = pen.stream().filter(digit -> !away.contains(digit.writer())).toList();
    List<PenDigit> unknown = pen.stream().filter(digit -> away.contains(digit.writer())).toList();
    long seed = parameters.seed();
    var drawing = new Preparation(progress);
    Samples penDigits =
        drawing.of(
            "pen digits", DRAWINGS_OF_A_PEN_DIGIT * known.size(), seed, (i, r) -> pen(known, i, r));
    Samples missing =
        drawing.of(
            "held-out pen digits",
            DRAWINGS_OF_A_PEN_DIGIT * unknown.size(),
            seed + 6,
            (i, r) -> pen(unknown, i, r));
    Samples styled = drawing.of("styles", STYLED, seed + 1, RobustData::styled);
    Samples typed = drawing.of("typed digits", TYPED, seed + 2, RobustData::typed);
    Samples none = drawing.of("non-digits", NON_DIGITS, seed + 3, RobustData::nonDigit);
    Samples others =
        drawing.of("more non-digits", NON_DIGITS_TO_MEASURE, seed + 4, RobustData::nonDigit);
    Samples moreOthers =
        drawing.of("non-digits to measure", NON_DIGITS_TO_MEASURE, seed + 7, RobustData::nonDigit);
    Samples heldOut =
        drawing.of("held-out writers", unknown.size(), seed + 5, (i, r) -> asDrawn(unknown, i));
    return new RobustData(
        List.of(
            new Pool(mnist.part(0, training), training),
            new Pool(penDigits, PEN_DIGITS_AN_EPOCH),
            new Pool(styled, STYLED_AN_EPOCH),
            new Pool(typed, TYPED_AN_EPOCH),
            new Pool(none, NON_DIGITS_AN_EPOCH)),
        new Pool(missing, MISSING_AN_EPOCH),
        mnist.part(training, mnist.size()),
        heldOut,
        others,
        moreOthers);
  }

  /// The middle one of every five, in the order of their numbers.
  private static List<Integer> heldOut(List<Integer> writers) {
    return IntStream.range(0, WRITERS_HELD_OUT)
        .mapToObj(i -> writers.get((2 * i + 1) * writers.size() / (2 * WRITERS_HELD_OUT)))
        .toList();
  }

  private static Drawn pen(List<PenDigit> digits, int index, Random random) {
    PenDigit digit = digits.get(index % digits.size());
    return new Drawn(RENDERER.picture(HAND.draw(digit.lines(), random)), digit.digit());
  }

  /// With the window's usual pen, as the writer wrote it.
  private static Drawn asDrawn(List<PenDigit> digits, int index) {
    PenDigit digit = digits.get(index);
    return new Drawn(new CleanLines(digit.lines()).at(Pose.USUAL), digit.digit());
  }

  private static Drawn styled(int index, Random random) {
    List<DigitStyles.Style> styles = DigitStyles.all();
    DigitStyles.Style style = styles.get(index % styles.size());
    return new Drawn(RENDERER.picture(HAND.draw(style.lines(random), random)), style.digit());
  }

  private static Drawn typed(int index, Random random) {
    return new Drawn(FontDigits.picture(index % 10, random), index % 10);
  }

  private static Drawn nonDigit(int index, Random random) {
    NonDigits[] kinds = NonDigits.values();
    return new Drawn(kinds[index % kinds.length].picture(random), Samples.NO_DIGIT);
  }

  /// MNIST's glyphs as normalising leaves them.
  static Samples normalised(Samples samples) {
    return framed(samples, NORMALIZER);
  }

  /// MNIST's glyphs as a network's preprocessing leaves them.
  static Samples framed(Samples samples, Preprocessing preprocessing) {
    var ink = new byte[samples.size() * Glyph.PIXELS];
    var digits = new byte[samples.size()];
    IntStream.range(0, samples.size())
        .parallel()
        .forEach(
            i -> {
              float[] stored = samples.get(i).glyph().ink();
              put(preprocessing.apply(new Picture(Glyph.SIDE, Glyph.SIDE, stored)), ink, i);
              digits[i] = (byte) samples.digit(i);
            });
    return new Samples(ink, digits);
  }

  private static void put(Glyph glyph, byte[] ink, int index) {
    for (int k = 0; k < Glyph.PIXELS; k++) {
      ink[index * Glyph.PIXELS + k] = (byte) Math.round(255 * glyph.ink()[k]);
    }
  }

  /// Draws many pictures on all cores; each from random numbers of its own, so that their order
  /// does not matter.
  private record Preparation(TrainingProgress progress) {
    Samples of(String what, int count, long seed, Maker maker) {
      var ink = new byte[count * Glyph.PIXELS];
      var digits = new byte[count];
      var done = new AtomicInteger();
      IntStream.range(0, count)
          .parallel()
          .forEach(
              i -> {
                if (progress.isCancelled()) {
                  throw new TrainingCancelled();
                }
                digits[i] = (byte) draw(i, new Random(Seeds.mixed(seed, i)), maker, ink);
                synchronized (done) {
                  progress.onPreparing(what, done.incrementAndGet(), count);
                }
              });
      return new Samples(ink, digits);
    }

    /// Until there is ink: a random pen may leave too little.
    private static int draw(int index, Random random, Maker maker, byte[] ink) {
      while (true) {
        Drawn drawn = maker.draw(index, random);
        try {
          put(NORMALIZER.apply(drawn.picture), ink, index);
          return drawn.digit;
        } catch (NoInk again) {
          // Another try, with the next random numbers.
        }
      }
    }
  }
}
