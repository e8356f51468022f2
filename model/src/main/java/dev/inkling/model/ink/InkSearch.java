package dev.inkling.model.ink;

import dev.inkling.model.NoInk;
import dev.inkling.model.ink.Steps.Removal;
import java.util.Optional;
import java.util.Set;

/// One look at a part of a picture: where in it is the ink?
final class InkSearch {
  /// Fainter than this (of black to white) is what a scanner leaves on empty paper.
  private static final float FAINTEST = 0.01f;

  /// How many times the paper's grain (its standard deviation) is surely no grain any more.
  private static final float BEYOND_GRAIN = 4;

  /// Coarser paper is not believed: ink in narrow stripes looks like that too.
  private static final float COARSEST_GRAIN = 0.2f;

  /// The median difference of two values of a normal distribution with standard deviation 1.
  private static final float MEDIAN_DIFFERENCE = 0.954f;

  /// Ink of this share of the strongest counts as part of a stroke, in three tries: when what
  /// counts sprawls over the picture, it is squared paper or a shadow, and only the
  /// stronger ink was written.
  private static final float[] STROKE = {0.25f, 0.4f, 0.55f};

  /// Strokes of up to this share of the strongest ink may be too pale to count as such.
  private static final float PALE = 0.3f;

  /// A piece is no part of a line if this many of them are less than the picture's side.
  private static final int CRUMB = 40;

  /// As many lines from edge to edge and nothing else are no digit.
  private static final int SHEET = 3;

  /// Up to this share of the strongest ink a value is bare paper: JPEG leaves some around strokes.
  private static final float BARE = 0.04f;

  /// Ink is surely ink at this many times the grain's own limit.
  private static final float CLEARLY = 1.5f;

  /// Where the threshold had to be raised above rulings or a shadow, those reach up to this share
  /// of it.
  private static final float PAPER_OF_RAISED = 0.75f;

  private InkSearch() {}

  /// What is looked for.
  enum Sought {
    DIGIT(160),
    NUMBER(480);

    /// A look sees no more pixels than this along a side. For a digit that is six for each of a
    /// glyph's, and few enough to take a fraction of a millisecond; of six digits in a row each
    /// still has three.
    private final int finest;

    Sought(int finest) {
      this.finest = finest;
    }

    private Raster written(Blobs blobs, Raster ink, Set<Removal> removed) {
      return this == DIGIT
          ? Writing.ofDigit(blobs, ink, removed)
          : Writing.ofNumber(blobs, ink, removed);
    }
  }

  /// What a look found.
  ///
  /// @param ink cut to its box, 0 bare to 1 full
  /// @param box where it is in the picture
  /// @param factor how many of the picture's pixels along a side one of the ink's has
  /// @param limits the part that was looked at
  /// @param inkIsDarker than the paper
  /// @param isClean whether the paper is as even as in what was drawn on a screen, and unruled
  record Found(Raster ink, Box box, int factor, Box limits, boolean inkIsDarker, boolean isClean) {
    /// Whether a look at its surroundings alone would see it at least twice as sharp.
    private boolean isSmall() {
      return factor > 1 && 2 * surroundings().longestSide() <= limits.longestSide();
    }

    /// Of the picture in the ink.
    Placement placement() {
      return Placement.evenly(
          1.0 / factor, (double) -box.left() / factor, (double) -box.top() / factor);
    }

    /// The ink with some paper around it.
    private Box surroundings() {
      return box.grown(box.longestSide() / 3 + 2 * factor, limits);
    }
  }

  /// Looks at all of the picture, and where what was found is small, once more and closer.
  ///
  /// @param removed takes what was found and is no ink
  /// @throws NoInk if there is nothing but paper
  /// @throws IllegalArgumentException if a value is none between 0 and 1
  static Found in(Raster picture, Sought sought, Set<Removal> removed) {
    Found found = in(picture, Box.whole(picture), sought, removed);
    return found.isSmall() ? in(picture, found.surroundings(), sought, removed) : found;
  }

  private static Found in(Raster picture, Box limits, Sought sought, Set<Removal> removed) {
    int factor = Math.ceilDiv(limits.longestSide(), sought.finest);
    Raster seen = picture.crop(limits).reduced(factor);
    checkLuminance(seen);
    Box sheet = Frame.inside(seen);
    if (!sheet.equals(Box.whole(seen))) {
      removed.add(Removal.FRAME);
    }
    Raster part = seen.crop(sheet);
    Paper paper = Paper.under(part);
    float grain = grain(part) * paper.stretch();
    boolean even = paper.isEven() && grain == 0;
    Raster ink = written(paper.inkOn(part), grain, even, sought, removed);
    Box box = ink.boxAbove(0);
    Box inPicture =
        box.movedBy(sheet.left(), sheet.top())
            .times(factor)
            .movedBy(limits.left(), limits.top())
            .grown(0, limits);
    boolean clean = even && !removed.contains(Removal.RULINGS);
    return new Found(ink.crop(box), inPicture, factor, limits, paper.inkIsDarker(), clean);
  }

  /// Means of a block may miss the range by a rounding error; NaN compares with nothing.
  private static void checkLuminance(Raster seen) {
    for (float value : seen.values()) {
      if (!(value > -0.001f && value < 1.001f)) {
        throw new IllegalArgumentException("Luminance lies between 0 and 1, got " + value);
      }
    }
  }

  private static Raster written(
      Raster difference, float rawGrain, boolean even, Sought sought, Set<Removal> removed) {
    float grain = rawGrain;
    Raster calm = difference;
    float strong = strongest(difference, 0);
    if (grain > BARE * strong) {
      calm = difference.softened();
      grain /= 3; // the mean of nine
    }
    float bare = BEYOND_GRAIN * grain;
    if (bare > 0) {
      strong = strongest(calm, bare);
    }
    if (strong < FAINTEST || strong < CLEARLY * bare) {
      throw new NoInk();
    }
    Raster ink = unruled(calm, bare, strong, removed);
    if (even && !removed.contains(Removal.RULINGS)) {
      Optional<Raster> withPale = withPale(ink, strong, sought, removed);
      if (withPale.isPresent()) {
        return withPale.orElseThrow();
      }
    }
    Optional<Raster> written = writtenAbove(ink, bare, strong, sought, removed);
    if (written.isPresent()) {
      return written.orElseThrow();
    }
    float weakest = Math.max(STROKE[0] * strong, bare);
    return stretched(
        sought.written(Blobs.in(ink, weakest), ink, removed), weakest, STROKE[0], strong);
  }

  /// With the strokes that are too pale to be told from the edges of others by their strength, if
  /// there are any; only for even and unruled paper, where nothing but a pen leaves such.
  private static Optional<Raster> withPale(
      Raster ink, float strong, Sought sought, Set<Removal> removed) {
    float dark = PALE * strong;
    // Numbers are looked at three times as finely, and are read worse with such lines.
    boolean lines = sought == Sought.DIGIT;
    float pale = PaleInk.strength(ink, dark, lines);
    if (pale == dark) {
      return Optional.empty();
    }
    // On a sheet with pale rulings, what is pale is rulings.
    boolean ruled = RuledLines.without(ink, STROKE[0] / 2 * pale, pale).lines() > 0;
    return ruled ? Optional.empty() : writtenAbove(ink, 0, pale, sought, removed);
  }

  /// What was written, if it does not sprawl.
  private static Optional<Raster> writtenAbove(
      Raster ink, float bare, float strong, Sought sought, Set<Removal> removed) {
    for (float share : STROKE) {
      float threshold = Math.max(share * strong, bare);
      Blobs blobs = Blobs.in(ink, threshold);
      if (!blobs.all().isEmpty() && !sprawl(blobs, Box.whole(ink))) {
        return Optional.of(
            stretched(sought.written(blobs, ink, removed), threshold, share, strong));
      }
    }
    return Optional.empty();
  }

  /// Without rulings, unless a few are all there is: a 1 may run from edge to edge of its picture.
  ///
  /// @throws NoInk if it is an empty sheet of ruled or squared paper
  private static Raster unruled(Raster ink, float bare, float strong, Set<Removal> removed) {
    var rest = RuledLines.without(ink, Math.max(bare, STROKE[0] / 2 * strong), strong);
    if (rest.lines() == 0) {
      return ink;
    }
    if (strongest(rest.ink(), bare) >= STROKE[STROKE.length - 1] * strong) {
      removed.add(Removal.RULINGS);
      return rest.ink();
    }
    if (rest.lines() >= SHEET) {
      throw new NoInk();
    }
    return ink;
  }

  /// Whether a piece runs from edge to edge, or pieces lie along three edges.
  private static boolean sprawl(Blobs blobs, Box limits) {
    boolean[] touched = new boolean[4];
    for (Blobs.Blob blob : blobs.all()) {
      Box box = blob.box();
      if (box.spans(limits)) {
        return true;
      }
      if (box.longestSide() * CRUMB < limits.longestSide()) {
        continue;
      }
      touched[0] |= box.left() == 0;
      touched[1] |= box.top() == 0;
      touched[2] |= box.right() == limits.right();
      touched[3] |= box.bottom() == limits.bottom();
    }
    int edges = 0;
    for (boolean one : touched) {
      edges += one ? 1 : 0;
    }
    return edges >= 3;
  }

  /// The standard deviation of the paper, from the median difference between neighbours: neither
  /// ink nor slow changes of light sway it.
  private static float grain(Raster picture) {
    float[] values = picture.values();
    int width = picture.width();
    int equal = 0;
    for (int y = 0; y < picture.height(); y++) {
      for (int i = y * width + 1; i < (y + 1) * width; i++) {
        equal += Math.abs(values[i] - values[i - 1]) < Levels.STEP ? 1 : 0;
      }
    }
    if (2 * equal > (width - 1) * picture.height()) {
      // As in all that was drawn on a screen: no need to ask by how much the others differ.
      return 0;
    }
    var differences = new Levels();
    for (int y = 0; y < picture.height(); y++) {
      for (int x = 1; x < width; x++) {
        differences.add(Math.abs(picture.at(x, y) - picture.at(x - 1, y)));
      }
    }
    float median = differences.median();
    return median <= Levels.STEP ? 0 : Math.min(median / MEDIAN_DIFFERENCE, COARSEST_GRAIN);
  }

  /// The ink's core: nine tenths of what is above half of the most are no stronger.
  private static float strongest(Raster ink, float bare) {
    Levels inked = Levels.above(ink.values(), Math.max(bare, 1f / 512));
    float most = inked.quantile(0.999);
    return Levels.above(ink.values(), most / 2).quantile(0.9);
  }

  /// Brings the pen's usual ink to 1, however faint it was or how often it went over itself, and
  /// what is nearly bare to 0.
  ///
  /// @param palest of several inks
  private static Raster stretched(Raster ink, float threshold, float share, float palest) {
    float full = Math.min(Levels.above(ink.values(), threshold).median(), palest);
    float bare = threshold * (share == STROKE[0] ? BARE / STROKE[0] : PAPER_OF_RAISED);
    var values = new float[ink.values().length];
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.clamp((ink.values()[i] - bare) / (full - bare), 0, 1);
    }
    return new Raster(ink.width(), ink.height(), values);
  }
}
