package dev.inkling.model.ink;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.WritableRaster;
import java.util.Arrays;

/// Java's pixels to luminance, exactly: Rec. 601 luma of the stored values (what Pillow's
/// `convert("L")` computes), transparent pixels laid over paper.
///
/// `BufferedImage.getRGB` must not be used on grey pictures: Java takes their values for linear
/// light and is off by up to 73 of 255. Samples are therefore read from the raster, and palettes
/// looked up.
///
/// @param paper what lies under transparent pixels, 0 black to 1 white
record Luminance(float paper) {
  static final Luminance OVER_WHITE = new Luminance(1);
  static final Luminance OVER_BLACK = new Luminance(0);

  private static final float RED = 0.299f;
  private static final float GREEN = 0.587f;
  private static final float BLUE = 0.114f;

  Picture of(BufferedImage image) {
    ColorModel colours = image.getColorModel();
    float[] luminance;
    if (colours instanceof IndexColorModel palette) {
      luminance = ofPalette(image.getRaster(), palette);
    } else if (colours instanceof ComponentColorModel && isGreyOrRgb(colours)) {
      luminance =
          isInterleavedBytes(image.getRaster())
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

  private float[] ofPalette(WritableRaster raster, IndexColorModel palette) {
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

  private static boolean isInterleavedBytes(WritableRaster raster) {
    return raster.getSampleModel() instanceof PixelInterleavedSampleModel
        && raster.getDataBuffer() instanceof DataBufferByte
        && raster.getParent() == null;
  }

  private float[] ofBytes(WritableRaster raster, ColorModel colours) {
    var model = (PixelInterleavedSampleModel) raster.getSampleModel();
    var buffer = (DataBufferByte) raster.getDataBuffer();
    int[] bands = model.getBandOffsets();
    boolean grey = colours.getNumColorComponents() == 1;
    var layout =
        new Layout(
            bands[0],
            grey ? bands[0] : bands[1],
            grey ? bands[0] : bands[2],
            colours.hasAlpha() ? bands[bands.length - 1] : Layout.OPAQUE,
            model.getPixelStride());
    int width = raster.getWidth();
    var luminance = new float[width * raster.getHeight()];
    for (int y = 0; y < raster.getHeight(); y++) {
      int from = buffer.getOffset() + y * model.getScanlineStride();
      ofBytes(buffer.getData(), from, layout, luminance, y * width, 1, width);
    }
    return luminance;
  }

  /// Where in a pixel of `stride` bytes its samples lie.
  ///
  /// @param alpha [#OPAQUE] if it has none
  record Layout(int red, int green, int blue, int alpha, int stride) {
    static final int OPAQUE = -1;

    int argb(byte[] data, int at) {
      return (alpha == OPAQUE ? 0xFF000000 : data[at + alpha] << 24)
          | ((data[at + red] & 0xFF) << 16)
          | ((data[at + green] & 0xFF) << 8)
          | (data[at + blue] & 0xFF);
    }

    /// How many pixels from that one on, and before `end`, are like it: at least 1.
    int run(byte[] data, int at, int end) {
      int next = at + stride;
      // Nearly always enough to tell in a photo, where asking Java for each pixel would cost more.
      if (next >= end || data[at] != data[next]) {
        return 1;
      }
      int alike = Arrays.mismatch(data, at, end - stride, data, next, end);
      return alike < 0 ? (end - at) / stride : 1 + alike / stride;
    }
  }

  /// Eight bits a sample, side by side, is what nearly every upload has. A drawing is mostly runs
  /// of one colour: where they end is asked of Java, which compares and fills many bytes at once.
  /// That takes a quarter of the time that looking at each pixel does.
  ///
  /// @param from the first pixel's first byte
  /// @param to the first pixel's place in `luminance`
  /// @param step from there to the next one's
  void ofBytes(
      byte[] data, int from, Layout layout, float[] luminance, int to, int step, int count) {
    int end = from + count * layout.stride;
    int place = to;
    for (int at = from; at < end; ) {
      float light = ofArgb(layout.argb(data, at));
      int run = layout.run(data, at, end);
      if (step == 1) {
        Arrays.fill(luminance, place, place + run, light);
      } else {
        for (int i = 0; i < run; i++) {
          luminance[place + i * step] = light;
        }
      }
      at += run * layout.stride;
      place += run * step;
    }
  }

  private float[] ofSamples(WritableRaster raster, ColorModel colours) {
    int width = raster.getWidth();
    int bands = raster.getNumBands();
    boolean grey = colours.getNumColorComponents() == 1;
    float full = (1 << colours.getComponentSize(0)) - 1;
    var luminance = new float[width * raster.getHeight()];
    var row = new int[width * bands];
    for (int y = 0; y < raster.getHeight(); y++) {
      raster.getPixels(0, y, width, 1, row);
      for (int x = 0, at = 0; x < width; x++, at += bands) {
        float light = grey ? row[at] : luma(row[at], row[at + 1], row[at + 2]);
        float opacity = colours.hasAlpha() ? row[at + bands - 1] / full : 1;
        luminance[y * width + x] = overPaper(light / full, opacity);
      }
    }
    return luminance;
  }

  /// Red, green and blue packed into one number, as in 16-bit BMP: Java unpacks these exactly.
  private float[] ofPacked(BufferedImage image) {
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

  private float ofArgb(int argb) {
    float light = luma(argb >> 16 & 0xFF, argb >> 8 & 0xFF, argb & 0xFF);
    return overPaper(light / 255, (argb >>> 24) / 255f);
  }

  static float luma(float red, float green, float blue) {
    return RED * red + GREEN * green + BLUE * blue;
  }

  /// Never above 1: the three weights' rounding can add up to a hair more.
  float overPaper(float light, float opacity) {
    return Math.min(light * opacity + paper - paper * opacity, 1);
  }
}
