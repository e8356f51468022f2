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

  private static final int UP = 2;

  private final Inflation inflation;
  private final PngHeader header;

  /// From a byte to the one that it is filtered by, in the pixel before.
  private final int distance;

  private final byte[] filter = new byte[1];
  private byte[] row;
  private byte[] above;

  // Which bytes of the row may differ from those above.
  private int changedFrom;
  private int changedTo;

  /// @param pixels a row
  PngRows(Inflation inflation, PngHeader header, int pixels) {
    this.inflation = inflation;
    this.header = header;
    this.distance = header.bytes(1);
    this.row = new byte[header.bytes(pixels)];
    this.above = new byte[row.length];
  }

  /// Reads the next row, which stays as it is until the one after it is read.
  ///
  /// @throws DataFormatException if there is none, or no such filter
  byte[] next() throws DataFormatException {
    inflation.read(filter, 0, 1);
    if (filter[0] == UP) {
      addToRow();
    } else {
      byte[] done = row;
      row = above;
      above = done;
      inflation.read(row, 0, row.length);
      unfilter(filter[0], row, above, distance);
      int alike = Arrays.mismatch(row, above);
      changedFrom = alike < 0 ? row.length : alike;
      changedTo = row.length;
    }
    return row;
  }

  /// The first pixel that may differ from the one above it.
  int firstChanged() {
    return (int) ((long) changedFrom * Byte.SIZE / header.pixelBits());
  }

  /// The pixel from which on none differs from the one above it; no less than
  /// [#firstChanged()].
  int endOfChanged() {
    return (int) Math.ceilDiv((long) changedTo * Byte.SIZE, header.pixelBits());
  }

  /// What a drawing's row differs by from the one above is mostly nothing, and where it is nothing
  /// the row above is left as it is.
  private void addToRow() throws DataFormatException {
    changedFrom = row.length;
    changedTo = 0;
    inflation.pass(row.length, this::addToRow);
    changedTo = Math.max(changedFrom, changedTo);
  }

  private void addToRow(byte[] bytes, int from, int count, int place) {
    int end = from + count;
    int toRow = place - from;
    for (int i = pastZeros(bytes, from, end); i < end; i = pastZeros(bytes, i, end)) {
      changedFrom = Math.min(changedFrom, toRow + i);
      i = addUntilZeros(row, toRow, bytes, i, end);
      changedTo = toRow + i;
    }
  }

  /// The place of the first byte that is not 0; `end` if there is none.
  private static int pastZeros(byte[] bytes, int from, int end) {
    if (from == end || bytes[from] != 0) {
      return from;
    }
    int alike = Arrays.mismatch(bytes, from, end - 1, bytes, from + 1, end);
    return alike < 0 ? end : from + alike + 1;
  }

  private static int addUntilZeros(byte[] row, int toRow, byte[] bytes, int from, int end) {
    int i = from;
    for (; i <= end - Long.BYTES; i += Long.BYTES) {
      long difference = (long) LONGS.get(bytes, i);
      if (difference == 0) {
        return i;
      }
      LONGS.set(row, toRow + i, sums((long) LONGS.get(row, toRow + i), difference));
    }
    for (; i < end; i++) {
      row[toRow + i] += bytes[i];
    }
    return end;
  }

  /// The rows are handed over, for after each byte that is stored Java would read the fields anew:
  /// a fifth of a drawing's time.
  private static void unfilter(byte filter, byte[] row, byte[] above, int distance)
      throws DataFormatException {
    switch (filter) {
      case 0 -> {}
      case 1 -> {
        if (distance == Integer.BYTES) {
          addPixelBefore(row);
        } else {
          for (int i = distance; i < row.length; i++) {
            row[i] += row[i - distance];
          }
        }
      }
      case 3 -> {
        for (int i = 0; i < row.length; i++) {
          row[i] += (byte) ((left(row, i, distance) + (above[i] & 0xFF)) / 2);
        }
      }
      case 4 -> {
        for (int i = 0; i < row.length; i++) {
          row[i] += (byte) paeth(left(row, i, distance), above[i] & 0xFF, left(above, i, distance));
        }
      }
      default -> throw new DataFormatException("No such filter");
    }
  }

  /// Of four bytes each. Of paper nothing differs from the pixel before: two at once.
  private static void addPixelBefore(byte[] row) {
    int before = 0;
    int i = 0;
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

  /// Of several samples at once: their lower seven bits are added without a carry into the next
  /// sample, the highest ones by exclusive or (H. Warren, "Hacker's Delight", 2-18).
  private static long sums(long some, long others) {
    return (some & LOWER_BITS) + (others & LOWER_BITS) ^ ((some ^ others) & ~LOWER_BITS);
  }

  private static int left(byte[] bytes, int i, int distance) {
    return i >= distance ? bytes[i - distance] & 0xFF : 0;
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
