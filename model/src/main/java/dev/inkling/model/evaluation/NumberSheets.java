package dev.inkling.model.evaluation;

import dev.inkling.model.data.Sample;
import dev.inkling.model.data.Samples;
import java.util.random.RandomGenerator;

/// Writes numbers of two to six digits with the digits of a data set, black on white.
public record NumberSheets(Samples samples) {
  private static final int FEWEST = 2;
  private static final int MOST = 6;

  /// By so much, as a share, digits are higher or lower than usual.
  private static final double OTHER_HEIGHTS = 0.08;

  /// By so much, as a share of their height, digits stand above or below their line.
  private static final double UNSTEADY = 0.04;

  /// A digit by itself is drawn on a canvas of this many pixels.
  private static final double CANVAS = 280;

  /// Equal generators write equal numbers.
  public NumberSheet write(NumberSetting setting, RandomGenerator random) {
    var paper = new NumberPaper();
    var number = new StringBuilder(line(setting, paper, random));
    if (setting == NumberSetting.TWO_LINES) {
      paper.beginLine(random.nextDouble(0.25, 0.6));
      number.append('\n').append(line(setting, paper, random));
    }
    return paper.sheet(random.nextInt(20, 120), number.toString());
  }

  private String line(NumberSetting setting, NumberPaper paper, RandomGenerator random) {
    int length = setting == NumberSetting.ALONE ? 1 : random.nextInt(FEWEST, MOST + 1);
    double degrees =
        setting == NumberSetting.SLANTED
            ? random.nextDouble(4, 10) * (random.nextBoolean() ? 1 : -1)
            : 0;
    var digits = new StringBuilder();
    for (int i = 0; i < length; i++) {
      Sample sample = samples.get(random.nextInt(samples.size()));
      double size = 1 + random.nextDouble(-OTHER_HEIGHTS, OTHER_HEIGHTS);
      var pose = new Pose(size * NumberPaper.DIGIT / CANVAS, 0.5, 0.5, degrees);
      paper.add(
          new CleanGlyph(sample.glyph()).at(pose),
          gap(setting, random),
          Math.tan(Math.toRadians(degrees)),
          random.nextDouble(-UNSTEADY, UNSTEADY));
      digits.append(sample.digit());
    }
    return digits.toString();
  }

  /// To the digit before, as a share of the height; below 0 they run into each other.
  private static double gap(NumberSetting setting, RandomGenerator random) {
    return switch (setting) {
      case ALONE, SPACED, TWO_LINES -> random.nextDouble(0.2, 0.5);
      case CLOSE -> random.nextDouble(0.03, 0.12);
      case TOUCHING -> random.nextDouble(-0.045, -0.01);
      case SLANTED -> random.nextDouble(0.08, 0.4);
    };
  }
}
