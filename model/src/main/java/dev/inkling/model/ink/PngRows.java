package dev.inkling.model.ink;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.DataFormatException;

/// The rows of a PNG or of one of its passes, one after the other, as they were before they were
/// filtered (PNG, third edition, 9.2).
final class PngRows {
  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.nativeOrder());

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

  private static final long LOWER_BITS = 0x7F7F7F7F7F7F7F7FL;
  private static final long INT_BITS = 0xFFFF_FFFFL;

  private final Inflation inflation;

  /// From a byte to the one that it is filtered by, in the pixel before.
  private final int distance;

  // The byte before a row's first pixel names its filter.
  private byte[] row;
  private byte[] above;

  /// @param bytes a row
  PngRows(Inflation inflation, int distance, int bytes) {
    this.inflation = inflation;
    this.distance = distance;
    this.row = new byte[1 + bytes];
    this.above = new byte[1 + bytes];
  }

  /// Reads the next row; its first byte is to be passed over.
  ///
  /// @throws DataFormatException if there is none, or no such filter
  byte[] next() throws DataFormatException {
    byte[] done = row;
    row = above;
    above = done;
    inflation.read(row, 0, row.length);
    unfilter(row, above, distance);
    return row;
  }

  /// Whether the row is the same as the one above.
  boolean isRepeated() {
    return Arrays.equals(row, 1, row.length, above, 1, row.length);
  }

  /// The rows are handed over, for after each byte that is stored Java would read the fields anew:
  /// a fifth of a drawing's time.
  private static void unfilter(byte[] row, byte[] above, int distance) throws DataFormatException {
    switch (row[0]) {
      case 0 -> {}
      case 1 -> {
        if (distance == Integer.BYTES) {
          addPixelBefore(row);
        } else {
          for (int i = 1 + distance; i < row.length; i++) {
            row[i] += row[i - distance];
          }
        }
      }
      case 2 -> addAbove(row, above);
      case 3 -> {
        for (int i = 1; i < row.length; i++) {
          row[i] += (byte) ((left(row, i, distance) + (above[i] & 0xFF)) / 2);
        }
      }
      case 4 -> {
        for (int i = 1; i < row.length; i++) {
          row[i] += (byte) paeth(left(row, i, distance), above[i] & 0xFF, left(above, i, distance));
        }
      }
      default -> throw new DataFormatException("No such filter");
    }
  }

  /// Of four bytes each. Of paper nothing differs from the pixel before: two at once.
  private static void addPixelBefore(byte[] row) {
    int before = 0;
    int i = 1;
    for (; i <= row.length - Long.BYTES; i += Long.BYTES) {
      if ((long) LONGS.get(row, i) == 0) {
        LONGS.set(row, i, (before & INT_BITS) | ((long) before << Integer.SIZE));
      } else {
        before = addBefore(row, i, before);
        before = addBefore(row, i + Integer.BYTES, before);
      }
    }
    if (i < row.length) {
      addBefore(row, i, before);
    }
  }

  private static int addBefore(byte[] row, int at, int before) {
    int sum = (int) sums(before, (int) INTS.get(row, at));
    INTS.set(row, at, sum);
    return sum;
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

  private static int left(byte[] bytes, int i, int distance) {
    return i > distance ? bytes[i - distance] & 0xFF : 0;
  }

  /// Of left, above and upper left, the one nearest to left + above - upper left (9.4).
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
