package dev.inkling.model.ink;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;

/// Breaks files and requests by lot, the same way for the same number.
public final class Mutation {
  private static final int PNG_SIGNATURE = 8;

  /// At which numbers programs go wrong.
  private static final int[] EDGES = {
    0,
    1,
    2,
    7,
    8,
    16,
    31,
    32,
    64,
    100,
    127,
    128,
    255,
    256,
    1000,
    32_767,
    32_768,
    65_535,
    65_536,
    Integer.MAX_VALUE,
    Integer.MIN_VALUE,
    -1,
    -2
  };

  private static final int MOST_CHANGES = 8;

  private final Random random;
  private final List<byte[]> seeds;

  /// One way to break them.
  ///
  /// @param seeds what is broken
  /// @param number tells one way to break them from the others
  public Mutation(List<byte[]> seeds, long number) {
    this.seeds = seeds;
    this.random = new Random(number * 0x9E37_79B9_7F4A_7C15L);
  }

  /// One of the seeds with some changes. Of PNGs most get checksums that are right again, or else
  /// nothing behind those would ever be reached.
  public byte[] mutant() {
    byte[] bytes = seeds.get(random.nextInt(seeds.size()));
    for (int i = random.nextInt(MOST_CHANGES) + 1; i > 0; i--) {
      bytes = changed(bytes);
    }
    return random.nextInt(8) == 0 ? bytes : withChecksums(bytes);
  }

  private byte[] changed(byte[] bytes) {
    if (bytes.length == 0) {
      return new byte[] {(byte) random.nextInt()};
    }
    byte[] copy = bytes.clone();
    int at = place(bytes.length);
    switch (random.nextInt(9)) {
      case 0 -> copy[at] = (byte) random.nextInt();
      case 1 -> copy[at] ^= (byte) (1 << random.nextInt(8));
      case 2 -> copy[at] += (byte) (random.nextInt(35) - 17);
      case 3 -> edge(copy, at);
      case 4 -> {
        return Arrays.copyOf(bytes, at);
      }
      case 5 -> {
        return joined(bytes, 0, at, bytes, Math.min(bytes.length, at + length()), bytes.length);
      }
      case 6 -> {
        // Once more.
        return joined(bytes, 0, Math.min(bytes.length, at + length()), bytes, at, bytes.length);
      }
      case 7 -> {
        byte[] other = seeds.get(random.nextInt(seeds.size()));
        int from = other.length == 0 ? 0 : random.nextInt(other.length);
        return joined(bytes, 0, at, other, from, other.length);
      }
      default -> {
        var noise = new byte[Math.min(length(), bytes.length - at)];
        random.nextBytes(noise);
        System.arraycopy(noise, 0, copy, at, noise.length);
      }
    }
    return copy;
  }

  /// Headers break more than pixels do: aims there half of the time.
  private int place(int length) {
    return random.nextInt(random.nextBoolean() ? Math.min(64, length) : length);
  }

  private int length() {
    return 1 + (random.nextInt(8) == 0 ? random.nextInt(2000) : random.nextInt(16));
  }

  private void edge(byte[] bytes, int at) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    if (random.nextBoolean()) {
      buffer.order(ByteOrder.LITTLE_ENDIAN);
    }
    int edge = EDGES[random.nextInt(EDGES.length)];
    int room = bytes.length - at;
    if (room >= Integer.BYTES && random.nextBoolean()) {
      buffer.putInt(at, edge);
    } else if (room >= Short.BYTES && random.nextBoolean()) {
      buffer.putShort(at, (short) edge);
    } else {
      buffer.put(at, (byte) edge);
    }
  }

  private static byte[] joined(
      byte[] one, int from, int to, byte[] other, int otherFrom, int otherTo) {
    var joined = new ByteArrayOutputStream();
    joined.write(one, from, to - from);
    joined.write(other, otherFrom, otherTo - otherFrom);
    return joined.toByteArray();
  }

  /// The same, if it is no PNG.
  private static byte[] withChecksums(byte[] bytes) {
    if (bytes.length < PNG_SIGNATURE + 12 || bytes[1] != 'P' || bytes[2] != 'N') {
      return bytes;
    }
    ByteBuffer chunks = ByteBuffer.wrap(bytes.clone()).position(PNG_SIGNATURE);
    while (chunks.remaining() >= 12) {
      int from = chunks.position() + Integer.BYTES;
      int length = chunks.getInt();
      if (length < 0 || length > chunks.remaining() - 8) {
        break;
      }
      var checksum = new CRC32();
      checksum.update(chunks.array(), from, Integer.BYTES + length);
      chunks.position(from + Integer.BYTES + length).putInt((int) checksum.getValue());
    }
    return chunks.array();
  }
}
