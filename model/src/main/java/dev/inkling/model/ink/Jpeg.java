package dev.inkling.model.ink;

import com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReaderSpi;
import java.io.IOException;
import java.util.zip.DataFormatException;
import javax.imageio.ImageReader;
import javax.imageio.spi.IIORegistry;

/// What has to be known of a JPEG before its pixels are decoded (ITU-T T.81, annex B).
///
/// @param frame the marker of its frame, which tells its kind; 0 if there is none
/// @param precision bits a sample
/// @param scans in how many passes its pixels come
record Jpeg(int frame, int precision, int scans) {
  /// A scan of a dozen bytes can say that nothing changes in sixteen megapixels, which takes some
  /// 20 ms to find out; ten megabytes of them would hold a processor for hours. Programs write up
  /// to a dozen.
  private static final int MOST_SCANS = 64;

  private static final int BASELINE = 0xC0;
  private static final int PROGRESSIVE = 0xC2;
  private static final int LOSSLESS = 0xC3;
  private static final int HUFFMAN_TABLES = 0xC4;
  private static final int RESERVED = 0xC8;
  private static final int ARITHMETIC_TABLES = 0xCC;
  private static final int LAST_FRAME = 0xCF;
  private static final int FIRST_RESTART = 0xD0;
  private static final int END_OF_IMAGE = 0xD9;
  private static final int START_OF_SCAN = 0xDA;

  /// @throws DataFormatException if the file ends before the picture does: Java's decoder fills
  ///     what it lacks with grey and only mutters
  static Jpeg of(byte[] file) throws DataFormatException {
    int frame = 0;
    int precision = 0;
    int scans = 0;
    int at = marker(file, 2);
    while (at < file.length) {
      int marker = file[at + 1] & 0xFF;
      if (marker == END_OF_IMAGE) {
        return new Jpeg(frame, precision, scans);
      }
      if (isFrame(marker) && frame == 0 && at + 4 < file.length) {
        frame = marker;
        precision = file[at + 4] & 0xFF;
      }
      if (marker == START_OF_SCAN) {
        scans++;
      }
      at = marker(file, at + 2 + length(file, at + 2));
    }
    throw new DataFormatException("The end is missing");
  }

  /// Whether there is a decoder for it: neither for arithmetic coding, nor for more than eight bits
  /// unless it is lossless, nor for hierarchies.
  boolean isOfUsualKind() {
    return frame == 0 || frame == LOSSLESS || (frame <= PROGRESSIVE && precision == Byte.SIZE);
  }

  boolean hasTooManyScans() {
    return scans > MOST_SCANS;
  }

  /// A new one; Java's own refuses CMYK, which scanners and print shops produce.
  static ImageReader reader() throws IOException {
    return IIORegistry.getDefaultInstance()
        .getServiceProviderByClass(JPEGImageReaderSpi.class)
        .createReaderInstance();
  }

  private static boolean isFrame(int marker) {
    return marker >= BASELINE
        && marker <= LAST_FRAME
        && marker != HUFFMAN_TABLES
        && marker != RESERVED
        && marker != ARITHMETIC_TABLES;
  }

  /// Where the next marker is, from there on: within a scan, 0xFF is followed by 0 or a restart
  /// marker (B.1.1.5). Between segments, there may be fill bytes.
  ///
  /// @return the file's length if there is none
  private static int marker(byte[] file, int from) {
    for (int i = from; i < file.length - 1; i++) {
      if ((file[i] & 0xFF) == 0xFF) {
        int next = file[i + 1] & 0xFF;
        if (next >= BASELINE && (next < FIRST_RESTART || next >= END_OF_IMAGE) && next != 0xFF) {
          return i;
        }
      }
    }
    return file.length;
  }

  /// A segment's, which counts its own two bytes.
  private static int length(byte[] file, int at) {
    return at + 1 < file.length
        ? Math.max(2, ((file[at] & 0xFF) << 8) | (file[at + 1] & 0xFF))
        : file.length;
  }
}
