package dev.inkling.app.predict;

import dev.inkling.app.predict.WhyViewModel.Reasons;
import dev.inkling.model.ink.Glyph;
import dev.inkling.model.ink.Picture;
import dev.inkling.model.ink.Point;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;

/// A drawing's ink, coloured by what it says: blue speaks for the digit, orange against it, grey
/// says little. Nobody confuses these, whatever their eyes (M. Okabe and K. Ito, "Color Universal
/// Design", 2008).
final class Heat {
  static final Color FOR = Color.web("#1f7fff");
  static final Color AGAINST = Color.web("#f08c00");
  private static final Color LITTLE = Color.web("#aeb6bf");

  /// An eye takes half the colour for far less than half.
  private static final double LIFT = 0.6;

  private final Reasons reasons;
  private final float lightest;
  private final float darkest;

  private Heat(Reasons reasons) {
    this.reasons = reasons;
    float least = 1;
    float most = 0;
    for (float light : reasons.picture().luminance()) {
      least = Math.min(least, light);
      most = Math.max(most, light);
    }
    darkest = least;
    lightest = most;
  }

  /// An image as large as the picture, to lie upon it; transparent where there is paper.
  static Image of(Reasons reasons) {
    int[] argb = new Heat(reasons).argb();
    Picture picture = reasons.picture();
    var image = new WritableImage(picture.width(), picture.height());
    image
        .getPixelWriter()
        .setPixels(
            0,
            0,
            picture.width(),
            picture.height(),
            PixelFormat.getIntArgbInstance(),
            argb,
            0,
            picture.width());
    return image;
  }

  private int[] argb() {
    float[] light = reasons.picture().luminance();
    int width = reasons.picture().width();
    var argb = new int[light.length];
    for (int i = 0; i < argb.length; i++) {
      int opacity = (int) Math.round(255 * inked(light[i]));
      if (opacity > 0) {
        var middle = new Point(i % width + 0.5, Math.floorDiv(i, width) + 0.5);
        argb[i] = opacity << 24 | colour(said(reasons.steps().placement().of(middle)));
      }
    }
    return argb;
  }

  /// How much of the pixel is ink, 0 to 1.
  private double inked(float light) {
    double contrast = Math.max(lightest - darkest, 1e-3);
    return (reasons.steps().inkIsDarker() ? lightest - light : light - darkest) / contrast;
  }

  private static int colour(double said) {
    Color colour =
        LITTLE.interpolate(said > 0 ? FOR : AGAINST, Math.pow(Math.min(Math.abs(said), 1), LIFT));
    return (int) Math.round(colour.getRed() * 255) << 16
        | (int) Math.round(colour.getGreen() * 255) << 8
        | (int) Math.round(colour.getBlue() * 255);
  }

  /// What the evidence says at a point of the glyph, linear between its pixels' middles.
  private double said(Point point) {
    double x = point.x() - 0.5;
    double y = point.y() - 0.5;
    int left = (int) Math.floor(x);
    int top = (int) Math.floor(y);
    double right = x - left;
    double down = y - top;
    return (1 - down) * ((1 - right) * at(left, top) + right * at(left + 1, top))
        + down * ((1 - right) * at(left, top + 1) + right * at(left + 1, top + 1));
  }

  private double at(int x, int y) {
    boolean inside = x >= 0 && y >= 0 && x < Glyph.SIDE && y < Glyph.SIDE;
    return inside ? reasons.evidence().ink()[y * Glyph.SIDE + x] : 0;
  }
}
