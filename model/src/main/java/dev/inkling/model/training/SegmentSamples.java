package dev.inkling.model.training;

import dev.inkling.model.InklingException;
import dev.inkling.model.data.Samples;
import dev.inkling.model.evaluation.NumberSetting;
import dev.inkling.model.evaluation.NumberSheet;
import dev.inkling.model.evaluation.NumberSheets;
import dev.inkling.model.ink.Box;
import dev.inkling.model.ink.Candidate;
import dev.inkling.model.ink.Glyph;
import dev.inkling.model.ink.NumberLine;
import dev.inkling.model.ink.NumberLines;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Segments of numbers for [dev.inkling.model.network.SegmentNetwork] to learn from: numbers are
/// written and cut up as any number is, and whose ink a segment has tells whether it is one whole
/// digit.
record SegmentSamples(NumberSheets sheets) {
  /// From here on a pixel of a segment is its own: [Candidate.Segment].
  private static final float LIGHT = 0.55f;

  /// For each digit of a sheet so many segments that are it are taken, and that are none.
  private static final int OF_EACH = 2;

  /// What is odder than this is no digit without asking.
  private static final double ODD = 8;

  /// What most need learning are digits that touch.
  private static final List<NumberSetting> SETTINGS =
      List.of(
          NumberSetting.TOUCHING,
          NumberSetting.TOUCHING,
          NumberSetting.TOUCHING,
          NumberSetting.TOUCHING,
          NumberSetting.CLOSE,
          NumberSetting.SPACED,
          NumberSetting.SLANTED,
          NumberSetting.ALONE);

  /// @param count of numbers to write
  Samples of(int count, long seed) {
    List<Labelled> segments =
        IntStream.range(0, count)
            .parallel()
            .mapToObj(i -> segments(i, new Random(Seeds.mixed(seed, i))))
            .flatMap(List::stream)
            .toList();
    var ink = new byte[segments.size() * Glyph.PIXELS];
    var digits = new byte[segments.size()];
    for (int i = 0; i < digits.length; i++) {
      System.arraycopy(segments.get(i).ink, 0, ink, i * Glyph.PIXELS, Glyph.PIXELS);
      digits[i] = (byte) segments.get(i).digit;
    }
    return new Samples(ink, digits);
  }

  /// @param ink as [Samples] keep it
  private record Labelled(byte[] ink, int digit) {
    static Labelled of(Fit fit, int digit) {
      float[] values = fit.glyph.ink();
      var ink = new byte[values.length];
      for (int i = 0; i < ink.length; i++) {
        ink[i] = (byte) Math.round(255 * values[i]);
      }
      return new Labelled(ink, digit);
    }
  }

  private List<Labelled> segments(int index, Random random) {
    NumberSheet sheet = sheets.write(SETTINGS.get(index % SETTINGS.size()), random);
    Truth truth = Truth.of(sheet);
    // Where digits run far into each other no cut parts them cleanly: the best one has to do.
    var best = new HashMap<Integer, Fit>();
    var whole = new ArrayList<Fit>();
    var others = new ArrayList<Fit>();
    for (Candidate candidate : candidates(sheet)) {
      Fit fit = truth.fit(candidate.segment());
      switch (fit.kind()) {
        case WHOLE -> whole.add(fit);
        case NEARLY -> best.merge(fit.digit, fit, Fit::better);
        case NONE -> {
          if (candidate.oddness() < ODD) {
            others.add(fit);
          }
        }
      }
    }
    whole.forEach(fit -> best.remove(fit.digit));
    Collections.shuffle(whole, random);
    Collections.shuffle(others, random);
    int most = OF_EACH * truth.digits.length();
    return Stream.of(
            whole.stream().limit(most), best.values().stream(), others.stream().limit(most))
        .flatMap(fits -> fits)
        .map(fit -> Labelled.of(fit, truth.said(fit)))
        .toList();
  }

  private static List<Candidate> candidates(NumberSheet sheet) {
    try {
      return NumberLines.in(sheet.picture(), List.of()).stream()
          .map(NumberLine::candidates)
          .flatMap(List::stream)
          .toList();
    } catch (InklingException refused) {
      return List.of();
    }
  }

  /// How much of a digit a segment is.
  private enum Kind {
    WHOLE,
    NEARLY,
    NONE
  }

  /// @param digit of the sheet's, counted from 0, that most of the segment's ink is of
  /// @param share the lower of two: of the digit's ink that the segment has, and of the segment's
  ///     ink that is the digit's
  /// @param another highest share of some other digit's ink that the segment has
  private record Fit(Glyph glyph, int digit, double share, double another) {
    private static final double ALL = 0.85;
    private static final double MUCH = 0.7;

    /// Of two digits this much is too much.
    private static final double OF_ANOTHER = 0.5;

    Kind kind() {
      if (share < MUCH || another > OF_ANOTHER) {
        return Kind.NONE;
      }
      return share >= ALL && another <= OF_ANOTHER / 2 ? Kind.WHOLE : Kind.NEARLY;
    }

    Fit better(Fit other) {
      return share >= other.share ? this : other;
    }
  }

  /// A sheet, and how many of its pixels each digit owns.
  private record Truth(NumberSheet sheet, String digits, int[] areas) {
    static Truth of(NumberSheet sheet) {
      String digits = sheet.number().replace("\n", "");
      var areas = new int[digits.length()];
      for (byte owner : sheet.owners()) {
        if (owner != NumberSheet.PAPER) {
          areas[owner]++;
        }
      }
      return new Truth(sheet, digits, areas);
    }

    int said(Fit fit) {
      return fit.kind() == Kind.NONE ? Samples.NO_DIGIT : digits.charAt(fit.digit) - '0';
    }

    Fit fit(Candidate.Segment segment) {
      double[] inside = inside(segment);
      double own = 0;
      int digit = 0;
      for (int i = 0; i < inside.length; i++) {
        own += inside[i];
        digit = inside[i] > inside[digit] ? i : digit;
      }
      double another = 0;
      for (int i = 0; i < inside.length; i++) {
        another = i == digit ? another : Math.max(another, inside[i] / areas[i]);
      }
      double share = Math.min(inside[digit] / areas[digit], inside[digit] / own);
      return new Fit(segment.glyph(), digit, share, another);
    }

    /// How many of each digit's pixels the segment has.
    private double[] inside(Candidate.Segment segment) {
      float[] ink = segment.glyph().ink();
      Box window = segment.window();
      double step = (double) window.width() / Glyph.SIDE;
      var inside = new double[areas.length];
      for (int i = 0; i < ink.length; i++) {
        int column = i % Glyph.SIDE;
        int row = i / Glyph.SIDE;
        int owner =
            owner(
                (int) Math.floor(window.left() + (column + 0.5) * step),
                (int) Math.floor(window.top() + (row + 0.5) * step));
        if (owner != NumberSheet.PAPER && ink[i] > LIGHT) {
          inside[owner] += step * step;
        }
      }
      return inside;
    }

    private int owner(int x, int y) {
      int width = sheet.picture().width();
      boolean isOnIt = x >= 0 && x < width && y >= 0 && y < sheet.picture().height();
      return isOnIt ? sheet.owners()[y * width + x] : NumberSheet.PAPER;
    }
  }
}
