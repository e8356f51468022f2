package dev.inkling.model.data;

import java.awt.Font;
import java.awt.GraphicsEnvironment;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/// The machine's typefaces. What is made with them is the same from run to run on one machine, and
/// other on a machine with other fonts.
final class Fonts {
  private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);
  private static final float SIZE = 100;

  private Fonts() {}

  /// Found once: asking the system takes a good part of a second.
  private static final class Installed {
    static final List<Font> FONTS = find();

    /// Those with digits and letters, in an order that doesn't change.
    private static List<Font> find() {
      var environment = GraphicsEnvironment.getLocalGraphicsEnvironment();
      List<Font> written =
          Arrays.stream(environment.getAllFonts())
              .filter(font -> font.canDisplayUpTo("0123456789AKRWhkw") < 0 && isForText(font))
              .sorted(Comparator.comparing(Font::getPSName))
              .map(font -> font.deriveFont(SIZE))
              .toList();
      return written.isEmpty() ? List.of(new Font(Font.DIALOG, Font.PLAIN, (int) SIZE)) : written;
    }
  }

  /// The families of those in use, in order: what was made with them depends on them.
  static List<String> families() {
    return Installed.FONTS.stream().map(font -> font.getFamily(Locale.ROOT)).distinct().toList();
  }

  /// Whether its signs are what they say: fonts of ornaments have stars and scissors under the
  /// numbers of digits. An 8 has an outer edge and two holes (or two rings), a 1 has no hole.
  private static boolean isForText(Font font) {
    int eight = edges(font, "8");
    return (eight == 3 || eight == 4) && edges(font, "1") == 1 && edges(font, "A") == 2;
  }

  private static int edges(Font font, String sign) {
    int edges = 0;
    var outline = font.createGlyphVector(EXACT, sign).getOutline().getPathIterator(null);
    for (; !outline.isDone(); outline.next()) {
      if (outline.currentSegment(new double[6]) == PathIterator.SEG_MOVETO) {
        edges++;
      }
    }
    return edges;
  }

  /// The text's outline in any of the fonts, sometimes emboldened, slanted or narrowed by a
  /// machine that lacks such a font.
  static Shape outline(String text, RandomGenerator random) {
    Font font = Installed.FONTS.get(random.nextInt(Installed.FONTS.size()));
    if (random.nextDouble() < 0.2) {
      font = font.deriveFont(Font.BOLD);
    }
    Shape outline = font.createGlyphVector(EXACT, text).getOutline();
    if (outline.getBounds2D().isEmpty()) {
      // A font may promise a sign and have an empty one.
      outline =
          new Font(Font.DIALOG, Font.PLAIN, (int) SIZE).createGlyphVector(EXACT, text).getOutline();
    }
    var set = new AffineTransform();
    if (random.nextDouble() < 0.2) {
      set.shear(-random.nextDouble(0.1, 0.25), 0);
    }
    set.scale(Sheet.logUniform(0.8, 1.2, random), 1);
    return set.createTransformedShape(outline);
  }
}
