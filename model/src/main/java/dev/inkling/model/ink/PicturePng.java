package dev.inkling.model.ink;

import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;

/// A picture as a PNG file of 8-bit grey, a pixel a pixel.
public final class PicturePng {
  private static final int WHITE = 255;

  private PicturePng() {}

  /// That picture as a PNG file.
  public static byte[] of(Picture picture) {
    int width = picture.width();
    var image = new BufferedImage(width, picture.height(), BufferedImage.TYPE_BYTE_GRAY);
    // Through the raster: setRGB takes grey for linear light and would brighten the edges.
    WritableRaster raster = image.getRaster();
    float[] luminance = picture.luminance();
    for (int i = 0; i < luminance.length; i++) {
      raster.setSample(i % width, i / width, 0, Math.round(luminance[i] * WHITE));
    }
    return PngFile.of(image);
  }
}
