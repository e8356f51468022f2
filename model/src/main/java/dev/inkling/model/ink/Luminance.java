package dev.inkling.model.ink;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.WritableRaster;

/// Java's pixels to luminance, exactly: Rec. 601 luma of the stored values (what Pillow's
/// `convert("L")` computes), transparent pixels laid over white paper.
///
/// `BufferedImage.getRGB` must not be used on grey pictures: Java takes their values for linear
/// light and is off by up to 73 of 255. Samples are therefore read from the raster, and palettes
/// looked up.
final class Luminance {
  private static final float RED = 0.299f;
  private static final float GREEN = 0.587f;
  private static final float BLUE = 0.114f;

  private Luminance() {}

  static Picture of(BufferedImage image) {
    ColorModel colours = image.getColorModel();
    float[] luminance;
    if (colours instanceof IndexColorModel palette) {
      luminance = ofPalette(image.getRaster(), palette);
    } else if (colours instanceof ComponentColorModel && isGreyOrRgb(colours)) {
      luminance =
          colours.getTransferType() == DataBuffer.TYPE_BYTE && colours.getComponentSize(0) == 8
              ? ofBytes(image.getRaster(), colours)
              : ofSamples(image.getRaster(), colours);
    } else {
      luminance = ofPacked(image);
    }
    return new Picture(image.getWidth(), image.getHeight(), luminance);
  }

  private static boolean isGreyOrRgb(ColorModel colours) {
    int type = colours.getColorSpace().getType();
    return type == ColorSpace.TYPE_GRAY || type == ColorSpace.TYPE_RGB;
  }

  private static float[] ofPalette(WritableRaster raster, IndexColorModel palette) {
    var shades = new float[palette.getMapSize()];
    for (int i = 0; i < shades.length; i++) {
      shades[i] = ofArgb(palette.getRGB(i));
    }
    int width = raster.getWidth();
    var luminance = new float[width * raster.getHeight()];
    var row = new int[width];
    for (int y = 0; y < raster.getHeight(); y++) {
      raster.getSamples(0, y, width, 1, 0, row);
      for (int x = 0; x < width; x++) {
        luminance[y * width + x] = shades[Math.min(row[x], shades.length - 1)];
      }
    }
    return luminance;
  }

  /// Eight bits a sample is what nearly every upload has; reading whole rows of bytes is several
  /// times faster than asking for samples.
  private static float[] ofBytes(WritableRaster raster, ColorModel colours) {
    int width = raster.getWidth();
    int bands = raster.getNumBands();
    boolean grey = colours.getNumColorComponents() == 1;
    boolean alpha = colours.hasAlpha();
    var luminance = new float[width * raster.getHeight()];
    var row = new byte[width * bands];
    for (int y = 0; y < raster.getHeight(); y++) {
      raster.getDataElements(0, y, width, 1, row);
      for (int x = 0, at = 0; x < width; x++, at += bands) {
        float light =
            grey
                ? row[at] & 0xFF
                : RED * (row[at] & 0xFF)
                    + GREEN * (row[at + 1] & 0xFF)
                    + BLUE * (row[at + 2] & 0xFF);
        float opacity = alpha ? (row[at + bands - 1] & 0xFF) / 255f : 1;
        luminance[y * width + x] = overWhite(light / 255, opacity);
      }
    }
    return luminance;
  }

  private static float[] ofSamples(WritableRaster raster, ColorModel colours) {
    int width = raster.getWidth();
    int bands = raster.getNumBands();
    boolean grey = colours.getNumColorComponents() == 1;
    float full = (1 << colours.getComponentSize(0)) - 1;
    var luminance = new float[width * raster.getHeight()];
    var row = new int[width * bands];
    for (int y = 0; y < raster.getHeight(); y++) {
      raster.getPixels(0, y, width, 1, row);
      for (int x = 0, at = 0; x < width; x++, at += bands) {
        float light = grey ? row[at] : RED * row[at] + GREEN * row[at + 1] + BLUE * row[at + 2];
        float opacity = colours.hasAlpha() ? row[at + bands - 1] / full : 1;
        luminance[y * width + x] = overWhite(light / full, opacity);
      }
    }
    return luminance;
  }

  /// Red, green and blue packed into one number, as in 16-bit BMP: Java unpacks these exactly.
  private static float[] ofPacked(BufferedImage image) {
    int width = image.getWidth();
    var luminance = new float[width * image.getHeight()];
    var row = new int[width];
    for (int y = 0; y < image.getHeight(); y++) {
      image.getRGB(0, y, width, 1, row, 0, width);
      for (int x = 0; x < width; x++) {
        luminance[y * width + x] = ofArgb(row[x]);
      }
    }
    return luminance;
  }

  private static float ofArgb(int argb) {
    float light = RED * (argb >> 16 & 0xFF) + GREEN * (argb >> 8 & 0xFF) + BLUE * (argb & 0xFF);
    return overWhite(light / 255, (argb >>> 24) / 255f);
  }

  /// Never above 1: the three weights' rounding can add up to a hair more.
  private static float overWhite(float light, float opacity) {
    return Math.min(light * opacity + 1 - opacity, 1);
  }
}
