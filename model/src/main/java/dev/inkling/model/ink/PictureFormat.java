package dev.inkling.model.ink;

import com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReaderSpi;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.spi.IIORegistry;

/// The file formats that Inkling reads, told apart by how their bytes begin: names and content
/// types lie too often.
enum PictureFormat {
  PNG(0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n') {
    @Override
    ImageReader reader() {
      return ImageIO.getImageReadersByFormatName("png").next();
    }
  },

  JPEG(0xFF, 0xD8, 0xFF) {
    // Java's own reader refuses CMYK, which scanners and print shops produce.
    @Override
    ImageReader reader() throws IOException {
      return IIORegistry.getDefaultInstance()
          .getServiceProviderByClass(JPEGImageReaderSpi.class)
          .createReaderInstance();
    }

    // Java's decoder fills what a cut file lacks with grey and only mutters. Inside a scan 0xFF
    // is followed by 0 or a restart marker (ITU-T T.81, B.1.1.5), so the last "start of scan"
    // before any "end of image" tells a file that stops in the middle.
    @Override
    boolean isCutShort(byte[] file) {
      for (int i = file.length - 2; i >= 0; i--) {
        if ((file[i] & 0xFF) == 0xFF) {
          int marker = file[i + 1] & 0xFF;
          if (marker == END_OF_IMAGE) {
            return false;
          }
          if (marker == START_OF_SCAN) {
            return true;
          }
        }
      }
      return true;
    }
  },

  BMP('B', 'M') {
    @Override
    ImageReader reader() {
      return ImageIO.getImageReadersByFormatName("bmp").next();
    }
  };

  private static final int END_OF_IMAGE = 0xD9;
  private static final int START_OF_SCAN = 0xDA;

  private final byte[] signature;

  PictureFormat(int... signature) {
    this.signature = new byte[signature.length];
    for (int i = 0; i < signature.length; i++) {
      this.signature[i] = (byte) signature[i];
    }
  }

  /// A reader for this format; the caller disposes of it.
  abstract ImageReader reader() throws IOException;

  /// Whether the file ends too early, where the reader itself would not say so.
  boolean isCutShort(byte[] file) {
    return false;
  }

  static Optional<PictureFormat> of(byte[] file) {
    return Arrays.stream(values()).filter(format -> format.begins(file)).findFirst();
  }

  private boolean begins(byte[] file) {
    return file.length >= signature.length
        && Arrays.equals(signature, 0, signature.length, file, 0, signature.length);
  }
}
