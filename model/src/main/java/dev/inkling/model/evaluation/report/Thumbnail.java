package dev.inkling.model.evaluation.report;

import dev.inkling.model.ink.Glyph;
import dev.inkling.model.ink.GlyphPng;
import dev.inkling.model.ink.Picture;
import dev.inkling.model.ink.PicturePng;
import java.util.Base64;

/// Small grey pictures as `data:` addresses, so that the report is one file.
public final class Thumbnail {
  private Thumbnail() {}

  /// What the network saw, white ink on black, as MNIST is stored.
  public static String of(Glyph glyph) {
    return address(GlyphPng.of(glyph));
  }

  /// The picture, shrunk until its longest side is at most `side` pixels; never enlarged.
  public static String of(Picture picture, int side) {
    double scale = (double) Math.max(picture.width(), picture.height()) / side;
    return address(PicturePng.of(scale <= 1 ? picture : shrunk(picture, scale)));
  }

  /// Each pixel is the mean of those under it: a thin line gets paler, but stays.
  private static Picture shrunk(Picture picture, double scale) {
    int width = Math.max(1, (int) Math.round(picture.width() / scale));
    int height = Math.max(1, (int) Math.round(picture.height() / scale));
    var small = new float[width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        small[y * width + x] =
            mean(
                picture,
                start(x, picture.width(), width),
                start(x + 1, picture.width(), width),
                start(y, picture.height(), height),
                start(y + 1, picture.height(), height));
      }
    }
    return new Picture(width, height, small);
  }

  private static int start(int index, int from, int to) {
    return (int) ((long) index * from / to);
  }

  private static float mean(Picture picture, int left, int right, int top, int bottom) {
    double sum = 0;
    for (int y = top; y < bottom; y++) {
      for (int x = left; x < right; x++) {
        sum += picture.luminance()[y * picture.width() + x];
      }
    }
    return (float) (sum / ((right - left) * (bottom - top)));
  }

  private static String address(byte[] png) {
    return "data:image/png;base64," + Base64.getEncoder().encodeToString(png);
  }
}
