package dev.inkling.model.evaluation;

import dev.inkling.model.data.Nib;
import dev.inkling.model.ink.Ink;
import dev.inkling.model.ink.Picture;
import java.awt.Color;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// One thing at a time that happens to a digit between a hand and a network. A clean digit is black
/// on white, in the middle of its canvas, and takes 60 % of it.
public enum Stress {
  SHIFT("shift", "% of the canvas", 0, 5, 10, 15, 20) {
    @Override
    Picture of(CleanDigit digit, double strength, RandomGenerator random) {
      double angle = random.nextDouble(2 * Math.PI);
      // Along the longer of its two ways, so that the shift is all of what is asked.
      double longer = Math.max(Math.abs(Math.cos(angle)), Math.abs(Math.sin(angle)));
      double far = strength / 100 / longer;
      return digit.at(Pose.USUAL.at(0.5 + far * Math.cos(angle), 0.5 + far * Math.sin(angle)));
    }
  },
  SCALE("size", "% of the canvas", 10, 20, 40, 60, 80, 100) {
    @Override
    Picture of(CleanDigit digit, double strength, RandomGenerator random) {
      return digit.at(Pose.USUAL.sized(strength / 100));
    }
  },
  ROTATION("rotation", "°", -30, -20, -10, 0, 10, 20, 30) {
    @Override
    Picture of(CleanDigit digit, double strength, RandomGenerator random) {
      return digit.at(Pose.USUAL.turned(strength));
    }
  },
  CLIPPING("clipped at an edge", "% of the digit", 0, 5, 10, 20, 30) {
    @Override
    Picture of(CleanDigit digit, double strength, RandomGenerator random) {
      double near = Pose.USUAL.size() * (0.5 - strength / 100);
      return digit.at(
          switch (random.nextInt(4)) {
            case 0 -> Pose.USUAL.at(near, 0.5);
            case 1 -> Pose.USUAL.at(1 - near, 0.5);
            case 2 -> Pose.USUAL.at(0.5, near);
            default -> Pose.USUAL.at(0.5, 1 - near);
          });
    }
  },
  BRUSH(
      "brush",
      "px on a canvas of 560",
      (lines, strength, random) -> lines.drawn(Pose.USUAL, strength),
      1,
      2,
      4,
      8,
      16,
      30,
      45,
      60),
  MARKER(
      "translucent marker",
      "% opaque",
      (lines, strength, random) ->
          lines.marked(Pose.USUAL, random.nextDouble(14, 44), strength / 100),
      15,
      30,
      50,
      75),
  PRESSURE(
      "pen that feels pressure",
      "% as thin as wide",
      (lines, strength, random) -> lines.drawn(Nib.pressed(strength / 100), random),
      100,
      50,
      25,
      10,
      5),
  POINTED(
      "pointed pen",
      "% as thin as wide",
      (lines, strength, random) -> lines.drawn(Nib.pointed(strength / 100), random),
      100,
      50,
      25,
      10,
      5),
  FLAT(
      "flat nib",
      "% as thick as wide",
      (lines, strength, random) ->
          lines.drawn(Nib.flat(strength / 100, random.nextDouble(180)), random),
      100,
      50,
      25,
      10,
      3),
  AIRBRUSH(
      "airbrush",
      "% covered",
      (lines, strength, random) -> lines.drawn(Nib.sprayed(strength / 100), random),
      100,
      50,
      20,
      10,
      5),
  OUTLINE(
      "outline only",
      "% of its width is line",
      (lines, strength, random) -> lines.drawn(Nib.outlined(strength / 100, Ink.WHITE), random),
      40,
      30,
      20,
      10),
  SECOND_PEN(
      "second, paler pen",
      "% as dark",
      (lines, strength, random) ->
          lines.drawn(Nib.twoInks(grey(strength), random.nextDouble(0.3, 0.7)), random),
      100,
      50,
      25,
      15,
      8),
  PENCIL("grainy pencil", "% missing", 0, 10, 20, 30, 40) {
    @Override
    Picture of(CleanDigit digit, double strength, RandomGenerator random) {
      return Sheets.pencilled(digit.at(Pose.USUAL), strength / 100, random);
    }
  },
  LIGHT_ON_DARK("light on dark", "% ink over paper", 100, 70, 40, 20) {
    @Override
    Picture of(CleanDigit digit, double strength, RandomGenerator random) {
      double paper = random.nextDouble(1.001 - strength / 100);
      return Disturbances.inked(digit.at(Pose.USUAL), paper + strength / 100, paper);
    }
  },
  HUE("coloured ink and paper", "° of hue", 0, 60, 120, 180, 240, 300) {
    @Override
    Picture of(CleanDigit digit, double strength, RandomGenerator random) {
      float hue = (float) (strength / 360);
      var ink = new Color(Color.HSBtoRGB(hue, 1, 0.8f));
      var paper = new Color(Color.HSBtoRGB(hue + 0.5f, random.nextFloat(0.3f), 1));
      return Disturbances.inked(digit.at(Pose.USUAL), luma(ink), luma(paper));
    }
  },
  CONTRAST("low contrast", "% paper over ink", 100, 50, 20, 10, 5) {
    @Override
    Picture of(CleanDigit digit, double strength, RandomGenerator random) {
      double ink = random.nextDouble(1.001 - strength / 100);
      return Disturbances.inked(digit.at(Pose.USUAL), ink, ink + strength / 100);
    }
  },
  NOISE("noise", "% standard deviation", 0, 2, 5, 10, 20, 30) {
    @Override
    Picture of(CleanDigit digit, double strength, RandomGenerator random) {
      return Disturbances.noisy(digit.at(Pose.USUAL), strength / 100, random);
    }
  },
  SALT("salt and pepper", "% of the pixels", 0, 1, 2, 5, 10) {
    @Override
    Picture of(CleanDigit digit, double strength, RandomGenerator random) {
      return Disturbances.salted(digit.at(Pose.USUAL), strength / 100, random);
    }
  },
  JPEG("JPEG", "quality", 80, 40, 20, 10) {
    @Override
    Picture of(CleanDigit digit, double strength, RandomGenerator random) {
      return Jpeg.through(digit.at(Pose.USUAL), strength);
    }
  },
  BLUR("blur", "% of the canvas", 0, 1, 2, 3) {
    @Override
    Picture of(CleanDigit digit, double strength, RandomGenerator random) {
      Picture picture = digit.at(Pose.USUAL);
      return Disturbances.blurred(picture, picture.width() * strength / 100);
    }
  },
  GRADIENT("light from one side", "% less at the far corner", 0, 20, 40, 60, 80) {
    @Override
    Picture of(CleanDigit digit, double strength, RandomGenerator random) {
      return Disturbances.litFromOneSide(photo(digit), strength / 100, random);
    }
  },
  SHADOW("a phone's shadow", "% less light", 0, 15, 30, 45, 60) {
    @Override
    Picture of(CleanDigit digit, double strength, RandomGenerator random) {
      return Disturbances.shadowed(photo(digit), strength / 100, random);
    }
  },
  VIGNETTE("dark corners", "% less light", 0, 20, 40, 60, 80) {
    @Override
    Picture of(CleanDigit digit, double strength, RandomGenerator random) {
      return Disturbances.vignetted(photo(digit), strength / 100);
    }
  },
  RULED("ruled paper", "% as dark as ink", 0, 20, 40, 70, 100) {
    @Override
    Picture of(CleanDigit digit, double strength, RandomGenerator random) {
      return Sheets.ruled(digit.at(Pose.USUAL), false, strength / 100, 0, random);
    }
  },
  SQUARED("squared paper", "% as dark as ink", 0, 20, 40, 70, 100) {
    @Override
    Picture of(CleanDigit digit, double strength, RandomGenerator random) {
      return Sheets.ruled(digit.at(Pose.USUAL), true, strength / 100, 0, random);
    }
  },
  ASKEW("squared paper askew", "°", 0, 0.5, 1, 2, 4) {
    @Override
    Picture of(CleanDigit digit, double strength, RandomGenerator random) {
      double degrees = random.nextBoolean() ? strength : -strength;
      return Sheets.ruled(digit.at(Pose.USUAL), true, 0.4, degrees, random);
    }
  },
  BORDER("black border", "% of the canvas thick", 0, 0.5, 1, 2, 4, 8) {
    @Override
    Picture of(CleanDigit digit, double strength, RandomGenerator random) {
      Picture picture = digit.at(Pose.USUAL);
      return Sheets.boxed(picture, 0, picture.width() * strength / 100);
    }
  },
  BOX("box to write in", "% of the canvas thick", 0, 0.5, 1, 2, 4) {
    @Override
    Picture of(CleanDigit digit, double strength, RandomGenerator random) {
      Picture picture = digit.at(Pose.USUAL);
      int inset = (int) (picture.width() * random.nextDouble(0.02, 0.12));
      return Sheets.boxed(picture, inset, picture.width() * strength / 100);
    }
  },
  PHOTO("photo of ruled paper", "% less light at the far corner", 0, 20, 40, 60) {
    @Override
    Picture of(CleanDigit digit, double strength, RandomGenerator random) {
      double degrees = random.nextDouble(-3, 3);
      Pose pose =
          new Pose(0.4, random.nextDouble(0.35, 0.65), random.nextDouble(0.35, 0.65), degrees);
      Picture sheet = Sheets.ruled(digit.at(pose), random.nextBoolean(), 0.3, degrees, random);
      Picture soft = Disturbances.blurred(sheet, sheet.width() * 0.004);
      Picture grey = Disturbances.inked(soft, PHOTO_INK, PHOTO_PAPER);
      Picture lit = Disturbances.litFromOneSide(grey, strength / 100, random);
      Picture shadowed = Disturbances.shadowed(lit, strength / 200, random);
      return Jpeg.through(Disturbances.noisy(shadowed, 0.015, random), 60);
    }
  },
  SPECKS("specks", "specks", 0, 1, 3, 10, 30) {
    @Override
    Picture of(CleanDigit digit, double strength, RandomGenerator random) {
      return Sheets.specked(digit.at(Pose.USUAL), (int) strength, random);
    }
  };

  /// A photographed pen is grey, and white paper too.
  private static final double PHOTO_INK = 0.2;

  private static final double PHOTO_PAPER = 0.85;

  private final String label;
  private final String unit;
  private final Optional<OnLines> onLines;
  private final double[] strengths;

  /// What can only happen while a digit is written.
  @FunctionalInterface
  interface OnLines {
    Picture of(CleanLines lines, double strength, RandomGenerator random);
  }

  Stress(String label, String unit, double... strengths) {
    this(label, unit, Optional.empty(), strengths);
  }

  Stress(String label, String unit, OnLines onLines, double... strengths) {
    this(label, unit, Optional.of(onLines), strengths);
  }

  Stress(String label, String unit, Optional<OnLines> onLines, double[] strengths) {
    this.label = label;
    this.unit = unit;
    this.onLines = onLines;
    this.strengths = strengths;
  }

  /// What a table calls it.
  public String label() {
    return label;
  }

  /// What its strengths are counted in.
  public String unit() {
    return unit;
  }

  /// The strengths to try, in order.
  public List<Double> strengths() {
    return Arrays.stream(strengths).boxed().toList();
  }

  /// Whether it can happen to such a digit: a raster has its pen already.
  public boolean suits(CleanDigit digit) {
    return onLines.isEmpty() || digit instanceof CleanLines;
  }

  /// The digit after this has happened to it; equal generators give equal pictures.
  ///
  /// @param strength in [#unit()]
  public Picture disturbed(CleanDigit digit, double strength, RandomGenerator random) {
    return of(digit, strength, random);
  }

  Picture of(CleanDigit digit, double strength, RandomGenerator random) {
    if (digit instanceof CleanLines lines) {
      return onLines.orElseThrow().of(lines, strength, random);
    }
    throw new IllegalArgumentException("Only a digit of pen lines can be drawn with another pen");
  }

  /// @param dark % of black
  private static Ink grey(double dark) {
    return new Ink((int) Math.round(255 * (1 - dark / 100)) * 0x010101);
  }

  private static Picture photo(CleanDigit digit) {
    return Disturbances.inked(digit.at(Pose.USUAL), PHOTO_INK, PHOTO_PAPER);
  }

  private static double luma(Color colour) {
    return (0.299 * colour.getRed() + 0.587 * colour.getGreen() + 0.114 * colour.getBlue()) / 255;
  }
}
