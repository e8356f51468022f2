package dev.inkling.model.data;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;

/// The typefaces that Inkling carries, cut down to the digits, letters and signs that
/// [NonDigits] prints. The machine's own are left alone: what is made with them would be other on
/// every machine, and so would a network that learned from it.
final class Fonts {
  /// Those of letters.txt, without a g, which in some faces is an 8, and an a, which in some
  /// italics is a 9.
  static final String LETTERS = "AEFHKMNPRTVWXYdefhkmnrtuvwx";

  static final String MARKS = "?#%@*+=<>~";

  private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);
  private static final float SIZE = 100;

  private Fonts() {}

  /// Read once, by whoever prints first.
  private static final class Carried {
    static final List<Font> FONTS =
        Resources.lines("fonts/fonts.tsv").stream()
            .map(line -> line.split("\t", -1)[0])
            .map(Carried::read)
            .toList();

    private static Font read(String name) {
      try (InputStream file = Fonts.class.getResourceAsStream("fonts/" + name + ".ttf")) {
        return Font.createFont(Font.TRUETYPE_FONT, Objects.requireNonNull(file, name))
            .deriveFont(SIZE);
      } catch (IOException broken) {
        throw new UncheckedIOException(broken);
      } catch (FontFormatException broken) {
        throw new IllegalStateException("%s.ttf is no typeface".formatted(name), broken);
      }
    }
  }

  /// All of them, in an order that doesn't change.
  static List<Font> all() {
    return Carried.FONTS;
  }

  /// The text's outline in any of the fonts, sometimes emboldened, slanted or narrowed, as by a
  /// machine that lacks such a font.
  static Shape outline(String text, RandomGenerator random) {
    Font font = all().get(random.nextInt(all().size()));
    if (random.nextDouble() < 0.2) {
      font = font.deriveFont(Font.BOLD);
    }
    var set = new AffineTransform();
    if (random.nextDouble() < 0.2) {
      set.shear(-random.nextDouble(0.1, 0.25), 0);
    }
    set.scale(Sheet.logUniform(0.8, 1.2, random), 1);
    return set.createTransformedShape(font.createGlyphVector(EXACT, text).getOutline());
  }
}
