package dev.inkling.model.ink;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBufferInt;
import java.awt.image.WritableRaster;
import java.util.Arrays;
import java.util.Optional;

/// A decoded picture of any size in its colours, to be shown and drawn on. What is *read* of one is
/// a [Picture].
///
/// @param width in pixels, at least 1
/// @param height in pixels, at least 1
/// @param rgb row by row, `width * height` values as `0xRRGGBB`; not copied: whoever hands it over
///     no longer writes to it
public record ColourPicture(int width, int height, int[] rgb) {
  private static final int WHITE = 0xFF;
  private static final int BLACK = 0x00;

  /// How far the colours along an edge may lie apart, 0 to 255 in each, and still be one: JPEG
  /// leaves as much around white paper.
  private static final int ONE_COLOUR = 12;

  public ColourPicture {
    if (width < 1 || height < 1 || rgb.length != width * height) {
      throw new IllegalArgumentException(
          "%d x %d pixels need as many values, got %d".formatted(width, height, rgb.length));
    }
  }

  /// The colours of Java's pixels. As in [PictureDecoder], transparent ones are laid over white
  /// paper, or over black if nothing shows on white.
  static ColourPicture of(BufferedImage image) {
    int[] argb = argb(image);
    int[] rgb = over(WHITE, argb);
    if (image.getColorModel().hasAlpha() && isEven(rgb)) {
      rgb = over(BLACK, argb);
    }
    return new ColourPicture(image.getWidth(), image.getHeight(), rgb);
  }

  /// The colour that the picture's edge has all around, if it is one.
  public Optional<Ink> border() {
    int[] least = {255, 255, 255};
    int[] most = {0, 0, 0};
    long[] sum = {0, 0, 0};
    int count = 0;
    for (int y = 0; y < height; y++) {
      boolean whole = y == 0 || y == height - 1;
      for (int x = 0; x < width; x += whole || width == 1 ? 1 : width - 1) {
        for (int band = 0; band < 3; band++) {
          int value = rgb[y * width + x] >> (8 * band) & 0xFF;
          least[band] = Math.min(least[band], value);
          most[band] = Math.max(most[band], value);
          sum[band] += value;
        }
        count++;
      }
    }
    int colour = 0;
    for (int band = 0; band < 3; band++) {
      if (most[band] - least[band] > ONE_COLOUR) {
        return Optional.empty();
      }
      colour |= (int) ((sum[band] + count / 2) / count) << (8 * band);
    }
    return Optional.of(new Ink(colour));
  }

  boolean isGrey() {
    return Arrays.stream(rgb).allMatch(colour -> new Ink(colour).isGrey());
  }

  /// This picture, as large as fits that size with its aspect kept.
  public ColourPicture fittedTo(int mostWidth, int mostHeight) {
    double scale = Math.min((double) mostWidth / width, (double) mostHeight / height);
    int targetWidth = Math.clamp(Math.round(width * scale), 1, mostWidth);
    int targetHeight = Math.clamp(Math.round(height * scale), 1, mostHeight);
    BufferedImage image = image();
    // Bilinear looks at four pixels only: halves, until these four are all there is to see.
    while (image.getWidth() >= 2 * targetWidth || image.getHeight() >= 2 * targetHeight) {
      image =
          scaled(
              image,
              Math.max(targetWidth, image.getWidth() / 2),
              Math.max(targetHeight, image.getHeight() / 2));
    }
    image = scaled(image, targetWidth, targetHeight);
    return new ColourPicture(
        targetWidth,
        targetHeight,
        Arrays.stream(((DataBufferInt) image.getRaster().getDataBuffer()).getData())
            .map(colour -> colour & 0xFFFFFF)
            .toArray());
  }

  BufferedImage image() {
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    image.setRGB(0, 0, width, height, rgb, 0, width);
    return image;
  }

  private static BufferedImage scaled(BufferedImage image, int width, int height) {
    var scaled = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = scaled.createGraphics();
    try {
      graphics.setRenderingHint(
          RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
      graphics.drawImage(image, 0, 0, width, height, null);
    } finally {
      graphics.dispose();
    }
    return scaled;
  }

  /// Samples are read from the raster where there are any: `getRGB` takes grey for linear light,
  /// and converts each pixel of a camera's colour space by itself.
  private static int[] argb(BufferedImage image) {
    int width = image.getWidth();
    int height = image.getHeight();
    ColorModel colours = image.getColorModel();
    if (!(colours instanceof ComponentColorModel) || !hasGreyOrRgb(colours)) {
      return image.getRGB(0, 0, width, height, null, 0, width);
    }
    WritableRaster raster = image.getRaster();
    int bands = raster.getNumBands();
    int second = colours.getNumColorComponents() == 1 ? 0 : 1;
    int shift = Math.max(0, colours.getComponentSize(0) - 8);
    var argb = new int[width * height];
    var row = new int[width * bands];
    for (int y = 0; y < height; y++) {
      raster.getPixels(0, y, width, 1, row);
      for (int x = 0, at = 0; x < width; x++, at += bands) {
        int alpha = colours.hasAlpha() ? row[at + bands - 1] >> shift : 0xFF;
        argb[y * width + x] =
            alpha << 24
                | row[at] >> shift << 16
                | row[at + second] >> shift << 8
                | row[at + 2 * second] >> shift;
      }
    }
    return argb;
  }

  private static boolean hasGreyOrRgb(ColorModel colours) {
    int type = colours.getColorSpace().getType();
    return colours.getComponentSize(0) >= 8
        && (type == ColorSpace.TYPE_GRAY || type == ColorSpace.TYPE_RGB);
  }

  private static int[] over(int paper, int[] argb) {
    return Arrays.stream(argb)
        .map(
            pixel -> {
              int alpha = pixel >>> 24;
              return mix(pixel >> 16, alpha, paper) << 16
                  | mix(pixel >> 8, alpha, paper) << 8
                  | mix(pixel, alpha, paper);
            })
        .toArray();
  }

  private static int mix(int colour, int alpha, int paper) {
    return ((colour & 0xFF) * alpha + paper * (255 - alpha) + 127) / 255;
  }

  private static boolean isEven(int[] rgb) {
    int first = rgb[0];
    return Arrays.stream(rgb).allMatch(colour -> colour == first);
  }
}
