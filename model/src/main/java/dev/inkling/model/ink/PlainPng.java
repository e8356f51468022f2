package dev.inkling.model.ink;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// A PNG of the kind that nearly every drawing program writes: eight bits a sample, grey, RGB or
/// RGBA, not interlaced, no transparent colour. It is read a row at a time into luminance, while
/// the row is still in the processor's cache; Java's reader builds the whole image first, and then
/// it is read once more. Whatever is unusual or broken is left to Java's reader, which is also
/// what this one is tested against (decision 9).
///
/// The numbers are those of PNG, third edition: chunks 5.3, filters 9.2.
///
/// @param channels bytes a pixel: 1 grey, 3 RGB, 4 RGBA
/// @param data where the compressed rows lie in the file, as offsets and lengths in turn
record PlainPng(byte[] file, int width, int height, int channels, List<Integer> data) {
  private static final int SIGNATURE = 8;
  private static final int IHDR = 0x49484452;
  private static final int IDAT = 0x49444154;
  private static final int IEND = 0x49454E44;
  private static final int TRNS = 0x74524E53;

  /// The file's header and chunks, if it is plain.
  static Optional<PlainPng> of(byte[] file) {
    if (file.length < SIGNATURE + 25) {
      return Optional.empty();
    }
    ByteBuffer chunks = ByteBuffer.wrap(file).position(SIGNATURE);
    if (chunks.getInt() != 13 || chunks.getInt() != IHDR) {
      return Optional.empty();
    }
    int width = chunks.getInt();
    int height = chunks.getInt();
    int channels = channels(chunks.get(), chunks.get());
    byte compression = chunks.get();
    byte filtering = chunks.get();
    byte interlace = chunks.get();
    boolean usual = compression == 0 && filtering == 0 && interlace == 0;
    if (width < 1 || height < 1 || channels == 0 || !usual) {
      return Optional.empty();
    }
    chunks.getInt();
    return data(chunks).map(data -> new PlainPng(file, width, height, channels, data));
  }

  private static int channels(byte depth, byte colourType) {
    if (depth != 8) {
      return 0;
    }
    return switch (colourType) {
      case 0 -> 1;
      case 2 -> 3;
      case 6 -> 4;
      default -> 0;
    };
  }

  private static Optional<List<Integer>> data(ByteBuffer chunks) {
    var data = new ArrayList<Integer>();
    while (chunks.remaining() >= 12) {
      int length = chunks.getInt();
      int type = chunks.getInt();
      if (length < 0 || length > chunks.remaining() - 4 || type == TRNS) {
        return Optional.empty();
      }
      if (type == IEND) {
        return Optional.of(data);
      }
      if (type == IDAT) {
        data.add(chunks.position());
        data.add(length);
      }
      chunks.position(chunks.position() + length + 4);
    }
    return Optional.empty();
  }

  boolean hasAlpha() {
    return channels == 4;
  }

  /// The picture, if its rows are whole.
  Optional<Picture> picture(Luminance luminances) {
    int bytes = width * channels;
    // The byte before a row's first pixel names its filter.
    var row = new byte[1 + bytes];
    var above = new byte[1 + bytes];
    var luminance = new float[width * height];
    var inflater = new Inflater();
    try {
      var segments = data.iterator();
      for (int y = 0; y < height; y++) {
        if (!fill(row, inflater, segments) || !unfilter(row, above)) {
          return Optional.empty();
        }
        luminances.ofBytes(row, 1, layout(), luminance, y * width, width);
        byte[] done = row;
        row = above;
        above = done;
      }
      return Optional.of(new Picture(width, height, luminance));
    } catch (DataFormatException broken) {
      return Optional.empty();
    } finally {
      inflater.end();
    }
  }

  private Luminance.Layout layout() {
    return switch (channels) {
      case 1 -> new Luminance.Layout(0, 0, 0, Luminance.Layout.OPAQUE, 1);
      case 3 -> new Luminance.Layout(0, 1, 2, Luminance.Layout.OPAQUE, 3);
      default -> new Luminance.Layout(0, 1, 2, 3, 4);
    };
  }

  private boolean fill(byte[] row, Inflater inflater, Iterator<Integer> segments)
      throws DataFormatException {
    int filled = 0;
    while (filled < row.length) {
      if (inflater.needsInput() && segments.hasNext()) {
        inflater.setInput(file, segments.next(), segments.next());
      }
      int more = inflater.inflate(row, filled, row.length - filled);
      if (more == 0
          && (inflater.finished()
              || inflater.needsDictionary()
              || (inflater.needsInput() && !segments.hasNext()))) {
        return false;
      }
      filled += more;
    }
    return true;
  }

  /// Undoes the row's filter; false if there is no such filter.
  private boolean unfilter(byte[] row, byte[] above) {
    switch (row[0]) {
      case 0 -> {}
      case 1 -> {
        for (int i = 1 + channels; i < row.length; i++) {
          row[i] += row[i - channels];
        }
      }
      case 2 -> {
        for (int i = 1; i < row.length; i++) {
          row[i] += above[i];
        }
      }
      case 3 -> {
        for (int i = 1; i < row.length; i++) {
          row[i] += (byte) ((left(row, i) + (above[i] & 0xFF)) / 2);
        }
      }
      case 4 -> {
        for (int i = 1; i < row.length; i++) {
          row[i] += (byte) paeth(left(row, i), above[i] & 0xFF, left(above, i));
        }
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private int left(byte[] row, int i) {
    return i > channels ? row[i - channels] & 0xFF : 0;
  }

  /// Of left, above and upper left, the one nearest to left + above - upper left (PNG, 9.4).
  private static int paeth(int left, int above, int upperLeft) {
    int estimate = left + above - upperLeft;
    int toLeft = Math.abs(estimate - left);
    int toAbove = Math.abs(estimate - above);
    int toUpperLeft = Math.abs(estimate - upperLeft);
    if (toLeft <= toAbove && toLeft <= toUpperLeft) {
      return left;
    }
    return toAbove <= toUpperLeft ? above : upperLeft;
  }
}
