package dev.inkling.model.ink;

import java.io.ByteArrayOutputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.DataFormatException;

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
  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.nativeOrder());

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

  private static final long LOWER_BITS = 0x7F7F7F7F7F7F7F7FL;
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
    try {
      Inflation rows = inflation();
      for (int y = 0; y < height; y++) {
        rows.read(row, 0, row.length);
        if (!unfilter(row, above)) {
          return Optional.empty();
        }
        int start = y * width;
        if (y > 0 && Arrays.equals(row, 1, row.length, above, 1, row.length)) {
          // Paper: the same as the row above.
          System.arraycopy(luminance, start - width, luminance, start, width);
        } else {
          luminances.ofBytes(row, 1, layout(), luminance, start, width);
        }
        byte[] done = row;
        row = above;
        above = done;
      }
      rows.finish();
      return Optional.of(new Picture(width, height, luminance));
    } catch (DataFormatException broken) {
      return Optional.empty();
    }
  }

  private Inflation inflation() throws DataFormatException {
    if (data.size() == 2) {
      return new Inflation(file, data.get(0), data.get(0) + data.get(1));
    }
    var joined = new ByteArrayOutputStream();
    for (int i = 0; i < data.size(); i += 2) {
      joined.write(file, data.get(i), data.get(i + 1));
    }
    return new Inflation(joined.toByteArray(), 0, joined.size());
  }

  private Luminance.Layout layout() {
    return switch (channels) {
      case 1 -> new Luminance.Layout(0, 0, 0, Luminance.Layout.OPAQUE, 1);
      case 3 -> new Luminance.Layout(0, 1, 2, Luminance.Layout.OPAQUE, 3);
      default -> new Luminance.Layout(0, 1, 2, 3, 4);
    };
  }

  /// Undoes the row's filter; false if there is no such filter.
  private boolean unfilter(byte[] row, byte[] above) {
    switch (row[0]) {
      case 0 -> {}
      case 1 -> {
        if (channels == Integer.BYTES) {
          addPixelBefore(row);
        } else {
          for (int i = 1 + channels; i < row.length; i++) {
            row[i] += row[i - channels];
          }
        }
      }
      case 2 -> addAbove(row, above);
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

  private static void addPixelBefore(byte[] row) {
    int before = 0;
    for (int i = 1; i < row.length; i += Integer.BYTES) {
      before = (int) sums(before, (int) INTS.get(row, i));
      INTS.set(row, i, before);
    }
  }

  private static void addAbove(byte[] row, byte[] above) {
    int i = 1;
    for (; i <= row.length - Long.BYTES; i += Long.BYTES) {
      LONGS.set(row, i, sums((long) LONGS.get(row, i), (long) LONGS.get(above, i)));
    }
    for (; i < row.length; i++) {
      row[i] += above[i];
    }
  }

  /// Of several samples at once: their lower seven bits are added without a carry into the next
  /// sample, the highest ones by exclusive or (H. Warren, "Hacker's Delight", 2-18).
  private static long sums(long some, long others) {
    return (some & LOWER_BITS) + (others & LOWER_BITS) ^ ((some ^ others) & ~LOWER_BITS);
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
