package dev.inkling.model.ink;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.Adler32;
import java.util.zip.DataFormatException;

/// Undoes PNG's compression: deflate (RFC 1951) within zlib's wrapper (RFC 1950).
///
/// A drawing of a million bytes is mostly paper: some thousand repetitions of up to 258 bytes.
/// Java's Inflater (zlib) copies each of them byte by byte; here each is one fill or one copy of
/// memory, which reads such a drawing several times faster (decision 9). It holds a window of what
/// came last, not the whole, and accepts and refuses what zlib does.
final class Inflation {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /// How far back a repetition may reach.
  private static final int WINDOW = 1 << 15;

  private static final int LONGEST_REPETITION = 258;
  private static final int BUFFER = 4 * WINDOW;

  /// Shorter copies than this are quicker in a plain loop.
  private static final int SHORT = 16;

  private static final int END_OF_BLOCK = 256;

  // RFC 1951, 3.2.5.
  private static final int[] LENGTHS = {
    3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131,
    163, 195, 227, 258
  };
  private static final int[] LENGTH_BITS = {
    0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0
  };
  private static final int[] DISTANCES = {
    1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049,
    3073, 4097, 6145, 8193, 12289, 16385, 24577
  };
  private static final int[] DISTANCE_BITS = {
    0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13
  };

  /// In which order a block tells the lengths of the words that tell lengths (3.2.7).
  private static final int[] ORDER = {
    16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15
  };

  private static final HuffmanCode FIXED_LITERALS = fixedLiterals();
  private static final HuffmanCode FIXED_DISTANCES = fixedDistances();

  private final byte[] in;
  private final int end;
  private int at;

  /// Bits that were taken out of `in` and not used yet, the next one lowest.
  private long bits;

  private int bitCount;

  /// Bytes of nothing that were put behind the end, so that a table can be looked up there.
  private int beyondEnd;

  private final byte[] out = new byte[BUFFER];
  private int written;
  private int taken;
  private int summed;
  private final Adler32 checksum = new Adler32();

  private boolean isLastBlock;
  private boolean inCodedBlock;
  private int storedLeft;
  private HuffmanCode literals = FIXED_LITERALS;
  private HuffmanCode distances = FIXED_DISTANCES;

  /// @param in holds the stream from `from` on, up to `end`
  Inflation(byte[] in, int from, int end) throws DataFormatException {
    this.in = in;
    this.at = from + 2;
    this.end = end;
    if (at > end) {
      throw new DataFormatException("No stream");
    }
    int method = in[from] & 0xFF;
    int flags = in[from + 1] & 0xFF;
    boolean isDeflate = (method & 0xF) == 8 && method >> 4 <= 7;
    boolean asksForDictionary = (flags & 0x20) != 0;
    if (!isDeflate || asksForDictionary || (method << 8 | flags) % 31 != 0) {
      throw new DataFormatException("No zlib stream");
    }
  }

  /// The next `count` bytes.
  ///
  /// @throws DataFormatException if the stream is malformed or ends before
  void read(byte[] target, int from, int count) throws DataFormatException {
    int filled = 0;
    while (filled < count) {
      if (taken == written && !inflate()) {
        throw new DataFormatException("The stream ends too early");
      }
      int more = Math.min(count - filled, written - taken);
      System.arraycopy(out, taken, target, from + filled, more);
      taken += more;
      filled += more;
    }
  }

  /// After the last byte that is wanted: if the stream ends there, its checksum has to be right.
  void finish() throws DataFormatException {
    if (taken < written || inflate()) {
      return;
    }
    take(bitCount & 7);
    int expected = take(8) << 24 | take(8) << 16 | take(8) << 8 | take(8);
    checkEnd();
    if (expected != (int) checksum.getValue()) {
      throw new DataFormatException("The checksum is wrong");
    }
  }

  /// Fills the buffer, all of which was taken; false if nothing follows.
  private boolean inflate() throws DataFormatException {
    sum();
    if (written > WINDOW) {
      System.arraycopy(out, written - WINDOW, out, 0, WINDOW);
      written = WINDOW;
      taken = WINDOW;
      summed = WINDOW;
    }
    while (written <= BUFFER - LONGEST_REPETITION) {
      if (storedLeft > 0) {
        copyStored();
      } else if (inCodedBlock) {
        decode();
      } else if (isLastBlock) {
        break;
      } else {
        beginBlock();
      }
    }
    return written > taken;
  }

  private void sum() {
    checksum.update(out, summed, written - summed);
    summed = written;
  }

  /// @throws DataFormatException if bits were used that are not there
  private void checkEnd() throws DataFormatException {
    if (bitCount < 8 * beyondEnd) {
      throw new DataFormatException("The stream ends within a block");
    }
  }

  private void beginBlock() throws DataFormatException {
    isLastBlock = take(1) == 1;
    switch (take(2)) {
      case 0 -> beginStored();
      case 1 -> {
        literals = FIXED_LITERALS;
        distances = FIXED_DISTANCES;
        inCodedBlock = true;
      }
      case 2 -> {
        readCodes();
        inCodedBlock = true;
      }
      default -> throw new DataFormatException("No such kind of block");
    }
  }

  private void beginStored() throws DataFormatException {
    take(bitCount & 7);
    int length = take(16);
    if (length != (~take(16) & 0xFFFF)) {
      throw new DataFormatException("A stored block with two lengths");
    }
    checkEnd();
    // Whole bytes that were read ahead go back.
    at -= bitCount / 8 - beyondEnd;
    beyondEnd = 0;
    bits = 0;
    bitCount = 0;
    storedLeft = length;
  }

  private void copyStored() throws DataFormatException {
    int count = Math.min(Math.min(storedLeft, BUFFER - written), end - at);
    if (count == 0) {
      throw new DataFormatException("The stream ends in a stored block");
    }
    System.arraycopy(in, at, out, written, count);
    at += count;
    written += count;
    storedLeft -= count;
  }

  private void readCodes() throws DataFormatException {
    int literalCount = take(5) + 257;
    int distanceCount = take(5) + 1;
    int orderCount = take(4) + 4;
    if (literalCount > 286 || distanceCount > DISTANCES.length) {
      throw new DataFormatException("Too many lengths or distances");
    }
    var ofLengths = new byte[ORDER.length];
    for (int i = 0; i < orderCount; i++) {
      ofLengths[ORDER[i]] = (byte) take(3);
    }
    HuffmanCode code = HuffmanCode.of(ofLengths, 0, ofLengths.length, false);
    byte[] lengths = lengths(code, literalCount + distanceCount);
    if (lengths[END_OF_BLOCK] == 0) {
      throw new DataFormatException("A block without an end");
    }
    literals = HuffmanCode.of(lengths, 0, literalCount, true);
    distances = HuffmanCode.of(lengths, literalCount, lengths.length, true);
  }

  private byte[] lengths(HuffmanCode code, int count) throws DataFormatException {
    var lengths = new byte[count];
    int i = 0;
    while (i < count) {
      int symbol = symbol(code);
      if (symbol < 16) {
        lengths[i++] = (byte) symbol;
        continue;
      }
      if (symbol == 16 && i == 0) {
        throw new DataFormatException("Nothing to repeat");
      }
      byte repeated = symbol == 16 ? lengths[i - 1] : 0;
      int times =
          switch (symbol) {
            case 16 -> 3 + take(2);
            case 17 -> 3 + take(3);
            default -> 11 + take(7);
          };
      if (i + times > count) {
        throw new DataFormatException("More lengths than symbols");
      }
      Arrays.fill(lengths, i, i + times, repeated);
      i += times;
    }
    return lengths;
  }

  /// Decodes until the block ends or the buffer is full.
  private void decode() throws DataFormatException {
    while (written <= BUFFER - LONGEST_REPETITION) {
      int symbol = symbol(literals);
      checkEnd();
      if (symbol < END_OF_BLOCK) {
        out[written++] = (byte) symbol;
      } else if (symbol == END_OF_BLOCK) {
        inCodedBlock = false;
        return;
      } else {
        repeat(symbol - END_OF_BLOCK - 1);
      }
    }
  }

  private void repeat(int lengthSymbol) throws DataFormatException {
    if (lengthSymbol >= LENGTHS.length) {
      throw new DataFormatException("No such length");
    }
    int length = LENGTHS[lengthSymbol] + takeFilled(LENGTH_BITS[lengthSymbol]);
    int symbol = symbolFilled(distances);
    if (symbol >= DISTANCES.length) {
      throw new DataFormatException("No such distance");
    }
    int distance = DISTANCES[symbol] + takeFilled(DISTANCE_BITS[symbol]);
    if (distance > written) {
      throw new DataFormatException("A distance beyond the beginning");
    }
    copy(distance, length);
    written += length;
  }

  /// Repeats what was written `distance` bytes ago; a repetition may reach into itself.
  private void copy(int distance, int length) {
    int from = written - distance;
    if (distance == 1) {
      Arrays.fill(out, written, written + length, out[from]);
    } else if (length < SHORT) {
      for (int i = 0; i < length; i++) {
        out[written + i] = out[from + i];
      }
    } else {
      // Each copy doubles what can be copied next.
      int copied = 0;
      while (copied < length) {
        int more = Math.min(distance + copied, length - copied);
        System.arraycopy(out, from, out, written + copied, more);
        copied += more;
      }
    }
  }

  private int symbol(HuffmanCode code) throws DataFormatException {
    fill();
    return symbolFilled(code);
  }

  private int symbolFilled(HuffmanCode code) throws DataFormatException {
    int entry = code.entry(bits);
    if (entry == 0) {
      throw new DataFormatException("No such word");
    }
    bits >>>= HuffmanCode.length(entry);
    bitCount -= HuffmanCode.length(entry);
    return HuffmanCode.symbol(entry);
  }

  private int take(int count) {
    fill();
    return takeFilled(count);
  }

  /// Of bits that are there: after [#fill()], 56.
  private int takeFilled(int count) {
    int value = (int) bits & ((1 << count) - 1);
    bits >>>= count;
    bitCount -= count;
    return value;
  }

  /// Makes sure of at least 56 bits, which the longest word with the longest distance does not use.
  private void fill() {
    if (at + Long.BYTES <= end) {
      bits |= (long) LONGS.get(in, at) << bitCount;
      at += (Long.SIZE - 1 - bitCount) >>> 3;
      bitCount |= 56;
      return;
    }
    while (bitCount <= 56) {
      if (at < end) {
        bits |= (in[at++] & 0xFFL) << bitCount;
      } else {
        beyondEnd++;
      }
      bitCount += 8;
    }
  }

  private static HuffmanCode fixedLiterals() {
    var lengths = new byte[288];
    Arrays.fill(lengths, 0, 144, (byte) 8);
    Arrays.fill(lengths, 144, 256, (byte) 9);
    Arrays.fill(lengths, 256, 280, (byte) 7);
    Arrays.fill(lengths, 280, 288, (byte) 8);
    return fixed(lengths);
  }

  private static HuffmanCode fixedDistances() {
    var lengths = new byte[32];
    Arrays.fill(lengths, (byte) 5);
    return fixed(lengths);
  }

  private static HuffmanCode fixed(byte[] lengths) {
    try {
      return HuffmanCode.of(lengths, 0, lengths.length, false);
    } catch (DataFormatException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
