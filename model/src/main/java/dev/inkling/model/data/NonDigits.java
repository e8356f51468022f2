package dev.inkling.model.data;

import dev.inkling.model.ink.DrawingRenderer;
import dev.inkling.model.ink.Picture;
import dev.inkling.model.ink.Point;
import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/// Kinds of things that people draw or send and that are no digit. Whatever somebody could honestly
/// read as one is left out: an O, an l or an S teaches a network to doubt 0, 1 and 5.
///
/// The same random numbers give the same picture.
public enum NonDigits {
  /// One letter by pen: Latin, Greek, Cyrillic, some signs.
  LETTERS(random -> drawn(Lists.letter(random), random)),

  /// One printed letter or sign.
  FONT_LETTERS(random -> printed(Lists.printed(1, random), random)),

  /// Several letters, by pen or printed.
  WORDS(
      random ->
          random.nextBoolean()
              ? drawn(Lists.row(random.nextInt(2, 6), Lists::letter, random), random)
              : printed(Lists.printed(random.nextInt(2, 8), random), random)),

  /// Curls, zigzags, spirals, dense scrawl.
  SCRIBBLES(random -> drawn(Scribbles.lines(random), random)),

  /// Triangles, stars, hearts, arrows, smileys, marks of arithmetic and writing.
  SHAPES(Silhouettes::shape),

  /// Filled outlines of clothes and things.
  SILHOUETTES(Silhouettes::clothes),

  /// A dot, some dots, a blob, a disc.
  DOTS(Blots::picture),

  /// Noise, gradients, stripes, checks.
  TEXTURES(Textures::picture),

  /// Two or three digits in a row.
  DIGIT_PAIRS(random -> drawn(Lists.row(random.nextInt(2, 4), Lists::digit, random), random)),

  /// Lines across, alone or a few; an upright one would be a 1.
  HORIZONTAL_LINES(random -> drawn(Scribbles.across(random), random));

  private final Function<RandomGenerator, Picture> kind;

  NonDigits(Function<RandomGenerator, Picture> kind) {
    this.kind = kind;
  }

  /// One thing of this kind; never an even surface.
  public Picture picture(RandomGenerator random) {
    return kind.apply(random);
  }

  private static Picture drawn(List<List<Point>> lines, RandomGenerator random) {
    return new DrawingRenderer().picture(new RandomHand().draw(lines, random));
  }

  private static Picture printed(String text, RandomGenerator random) {
    return Stencil.fill(Fonts.outline(text, random), random);
  }

  /// What the kinds choose from.
  private static final class Lists {
    private static final List<Skeleton> LETTERS = Skeleton.all("letters.txt");

    static List<List<Point>> letter(RandomGenerator random) {
      return LETTERS.get(random.nextInt(LETTERS.size())).lines(2.5, random);
    }

    static List<List<Point>> digit(RandomGenerator random) {
      var styles = DigitStyles.all();
      return styles.get(random.nextInt(styles.size())).lines(random);
    }

    static List<List<Point>> row(
        int count, Function<RandomGenerator, List<List<Point>>> one, RandomGenerator random) {
      return SideBySide.lines(
          IntStream.range(0, count).mapToObj(i -> one.apply(random)).toList(), random);
    }

    static String printed(int count, RandomGenerator random) {
      String signs = count == 1 && random.nextDouble() < 0.2 ? Fonts.MARKS : Fonts.LETTERS;
      var text = new StringBuilder();
      for (int i = 0; i < count; i++) {
        text.append(signs.charAt(random.nextInt(signs.length())));
      }
      return text.toString();
    }
  }
}
