package dev.inkling.model.ink;

import com.twelvemonkeys.imageio.metadata.Directory;
import com.twelvemonkeys.imageio.metadata.Entry;
import com.twelvemonkeys.imageio.metadata.jpeg.JPEG;
import com.twelvemonkeys.imageio.metadata.jpeg.JPEGSegment;
import com.twelvemonkeys.imageio.metadata.jpeg.JPEGSegmentUtil;
import com.twelvemonkeys.imageio.metadata.tiff.TIFF;
import com.twelvemonkeys.imageio.metadata.tiff.TIFFReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/// How a camera was held, as EXIF's orientation tag tells it: 1 upright, 3 upside down, 6 and 8 on
/// its sides; 2, 4, 5, 7 are the same mirrored (CIPA DC-008, Exif 2.32, 4.6.4). Java's readers
/// leave it to the program.
///
/// @param tag 1 to 8
record Orientation(int tag) {
  static final Orientation UPRIGHT = new Orientation(1);

  /// What a JPEG file asks for; upright when it says nothing, or nonsense.
  static Orientation ofJpeg(byte[] file) {
    try (var stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
      for (JPEGSegment segment : JPEGSegmentUtil.readSegments(stream, JPEG.APP1, "Exif")) {
        InputStream data = segment.data();
        // The identifier "Exif\0" is followed by one byte of padding.
        data.skipNBytes(1);
        return ofExif(data);
      }
      return UPRIGHT;
    } catch (IOException | RuntimeException unreadable) {
      // Metadata is a courtesy: the picture itself has been read by now.
      return UPRIGHT;
    }
  }

  /// What EXIF data asks for; upright when they say nothing, or nonsense.
  static Orientation ofExif(InputStream exif) {
    try (var stream = new MemoryCacheImageInputStream(exif)) {
      Directory directory = new TIFFReader().read(stream);
      Entry entry = directory.getEntryById(TIFF.TAG_ORIENTATION);
      if (entry != null && entry.getValue() instanceof Number number) {
        int tag = number.intValue();
        return tag >= 1 && tag <= 8 ? new Orientation(tag) : UPRIGHT;
      }
      return UPRIGHT;
    } catch (IOException | RuntimeException unreadable) {
      return UPRIGHT;
    }
  }

  /// The picture as it was seen by whoever held the camera.
  Picture turn(Picture picture) {
    if (tag == 1) {
      return picture;
    }
    var turned = new float[picture.luminance().length];
    turn(picture.width(), picture.height(), (from, to) -> turned[to] = picture.luminance()[from]);
    return isOnItsSide()
        ? new Picture(picture.height(), picture.width(), turned)
        : new Picture(picture.width(), picture.height(), turned);
  }

  /// The picture as it was seen by whoever held the camera.
  ColourPicture turn(ColourPicture picture) {
    if (tag == 1) {
      return picture;
    }
    var turned = new int[picture.rgb().length];
    turn(picture.width(), picture.height(), (from, to) -> turned[to] = picture.rgb()[from]);
    return isOnItsSide()
        ? new ColourPicture(picture.height(), picture.width(), turned)
        : new ColourPicture(picture.width(), picture.height(), turned);
  }

  private boolean isOnItsSide() {
    return tag >= 5;
  }

  @FunctionalInterface
  private interface PixelMove {
    void move(int from, int to);
  }

  private void turn(int fromWidth, int fromHeight, PixelMove pixels) {
    int width = isOnItsSide() ? fromHeight : fromWidth;
    int height = isOnItsSide() ? fromWidth : fromHeight;
    int right = fromWidth - 1;
    int bottom = fromHeight - 1;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int fromX =
            switch (tag) {
              case 2, 3 -> right - x;
              case 5, 6 -> y;
              case 7, 8 -> right - y;
              default -> x;
            };
        int fromY =
            switch (tag) {
              case 3, 4 -> bottom - y;
              case 5, 8 -> x;
              case 6, 7 -> bottom - x;
              default -> y;
            };
        pixels.move(fromY * fromWidth + fromX, y * width + x);
      }
    }
  }
}
