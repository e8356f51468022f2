package dev.inkling.model.evaluation;

import dev.inkling.model.ink.Picture;
import dev.inkling.model.ink.PictureDecoder;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// A picture as a JPEG file brings it over.
final class Jpeg {
  private Jpeg() {}

  /// @param quality 1 to 100
  static Picture through(Picture picture, double quality) {
    var image = new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_BYTE_GRAY);
    for (int i = 0; i < picture.luminance().length; i++) {
      image
          .getRaster()
          .setSample(
              i % picture.width(),
              i / picture.width(),
              0,
              Math.round(picture.luminance()[i] * 255));
    }
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    var bytes = new ByteArrayOutputStream();
    try (var stream = new MemoryCacheImageOutputStream(bytes)) {
      ImageWriteParam settings = writer.getDefaultWriteParam();
      settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      settings.setCompressionQuality((float) (quality / 100));
      writer.setOutput(stream);
      writer.write(null, new IIOImage(image, null, null), settings);
    } catch (IOException impossible) {
      throw new UncheckedIOException("Writing to memory failed", impossible);
    } finally {
      writer.dispose();
    }
    return new PictureDecoder().decode(bytes.toByteArray());
  }
}
