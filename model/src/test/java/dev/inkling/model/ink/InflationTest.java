package dev.inkling.model.ink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Java's Inflater is the reference.
class InflationTest {
  private final Random random = new Random(1951);

  /// Kinds of bytes that drive deflate into its different blocks and distances.
  enum Kind {
    NOISE {
      @Override
      byte next(Random random, byte[] before, int at, int spread) {
        return (byte) random.nextInt(spread);
      }
    },
    RUNS {
      @Override
      byte next(Random random, byte[] before, int at, int spread) {
        return (byte) (at / spread);
      }
    },
    ROWS {
      @Override
      byte next(Random random, byte[] before, int at, int spread) {
        boolean changed = at < spread || random.nextInt(20) == 0;
        return changed ? (byte) random.nextInt(spread) : before[at - spread];
      }
    },
    SELDOM {
      @Override
      byte next(Random random, byte[] before, int at, int spread) {
        return (byte) (random.nextGaussian() * spread / 8);
      }
    };

    abstract byte next(Random random, byte[] before, int at, int spread);
  }

  @ParameterizedTest
  @EnumSource
  void whatWasDeflatedComesBack(Kind kind) throws DataFormatException {
    for (int round = 0; round < 60; round++) {
      byte[] data = data(kind, round % 4 == 0 ? 200_000 : 3_000);

      assertThat(inflated(deflated(data), data.length)).isEqualTo(data);
    }
  }

  @Test
  void itIsTheSameInHoweverSmallPieces() throws DataFormatException {
    byte[] data = data(Kind.ROWS, 150_000);
    byte[] stream = deflated(data);
    var inflation = new Inflation(stream, 0, stream.length);
    var read = new byte[data.length];
    for (int from = 0; from < read.length; ) {
      int count = Math.min(random.nextInt(1, 5_000), read.length - from);
      inflation.read(read, from, count);
      from += count;
    }

    assertThat(read).isEqualTo(data);
  }

  @Test
  void whatIsMutatedIsNeverReadUnlikeTheReference() {
    int read = 0;
    for (int round = 0; round < 4_000; round++) {
      byte[] data = data(Kind.values()[round % 4], 2_000);
      byte[] stream = deflated(data);
      for (int i = random.nextInt(1, 4); i > 0; i--) {
        stream[random.nextInt(stream.length)] = (byte) random.nextInt();
      }
      if (round % 3 == 0) {
        stream = Arrays.copyOf(stream, random.nextInt(stream.length + 1));
      }
      try {
        byte[] mine = inflated(stream, data.length);
        read++;
        assertThat(byTheReference(stream, data.length)).hasValue(mine);
      } catch (DataFormatException refused) {
        // The other way round it may be stricter: it looks at what follows, too.
      }
    }
    assertThat(read).isPositive();
  }

  @Test
  void aWrongChecksumIsRefused() {
    byte[] data = data(Kind.ROWS, 2_000);
    byte[] stream = deflated(data);
    stream[stream.length - 2]++;

    assertThatThrownBy(() -> inflated(stream, data.length)).hasMessageContaining("checksum");
  }

  @Test
  void aStreamThatEndsTooEarlyIsRefusedWhereverItEnds() {
    byte[] data = data(Kind.SELDOM, 500);
    byte[] stream = deflated(data);
    for (int length = 0; length < stream.length; length++) {
      byte[] part = Arrays.copyOf(stream, length);

      assertThatThrownBy(() -> inflated(part, data.length)).isInstanceOf(DataFormatException.class);
    }
  }

  private byte[] data(Kind kind, int longest) {
    var data = new byte[random.nextInt(1, longest)];
    int spread = random.nextInt(1, 257);
    for (int i = 0; i < data.length; i++) {
      data[i] = kind.next(random, data, i, spread);
    }
    return data;
  }

  private byte[] deflated(byte[] data) {
    var deflater = new Deflater(random.nextInt(10));
    deflater.setStrategy(random.nextInt(3));
    deflater.setInput(data);
    deflater.finish();
    var stream = new byte[2 * data.length + 1_000];
    int length = 0;
    while (!deflater.finished()) {
      length += deflater.deflate(stream, length, stream.length - length);
    }
    deflater.end();
    return Arrays.copyOf(stream, length);
  }

  private static byte[] inflated(byte[] stream, int count) throws DataFormatException {
    var inflation = new Inflation(stream, 0, stream.length);
    var data = new byte[count];
    inflation.read(data, 0, count);
    inflation.finish();
    return data;
  }

  /// Whatever follows the bytes that are wanted is not looked at.
  private static Optional<byte[]> byTheReference(byte[] stream, int count) {
    var inflater = new Inflater();
    inflater.setInput(stream);
    var data = new byte[count];
    try {
      int filled = 0;
      while (filled < count) {
        // One byte at a time: asked for more, it refuses the good ones with the first bad one.
        int more = inflater.inflate(data, filled, 1);
        if (more == 0) {
          return Optional.empty();
        }
        filled += more;
      }
      return Optional.of(data);
    } catch (DataFormatException refused) {
      return Optional.empty();
    } finally {
      inflater.end();
    }
  }
}
