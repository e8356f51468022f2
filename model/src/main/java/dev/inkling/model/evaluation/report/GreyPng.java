package dev.inkling.model.evaluation.report;

import dev.inkling.model.ink.Glyph;
import dev.inkling.model.ink.Picture;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// Small grey pictures as `data:` addresses, so that the report is one file.
final class GreyPng {
  private GreyPng() {}

  /// What the network saw, white ink on black, as MNIST is stored.
  static String of(Glyph glyph) {
    return of(new Picture(Glyph.SIDE, Glyph.SIDE, glyph.ink()));
  }

  /// The picture, shrunk until its longest side is at most `side` pixels; never enlarged.
  static String of(Picture picture, int side) {
    double scale = (double) Math.max(picture.width(), picture.height()) / side;
    return of(scale <= 1 ? picture : shrunk(picture, scale));
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

  private static String of(Picture picture) {
    var image = new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_BYTE_GRAY);
    // Through the raster: setRGB takes grey for linear light and would brighten it.
    var raster = image.getRaster();
    for (int i = 0; i < picture.luminance().length; i++) {
      int grey = Math.round(picture.luminance()[i] * 255);
      raster.setSample(i % picture.width(), i / picture.width(), 0, grey);
    }
    var bytes = new ByteArrayOutputStream(4096);
    try (var stream = new MemoryCacheImageOutputStream(bytes)) {
      ImageIO.write(image, "png", stream);
    } catch (IOException impossible) {
      throw new UncheckedIOException("Writing to memory failed", impossible);
    }
    return "data:image/png;base64," + Base64.getEncoder().encodeToString(bytes.toByteArray());
  }
}
