package dev.inkling.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.helidon.common.buffers.DataReader;
import io.helidon.common.buffers.DataReader.IncorrectNewLineException;
import io.helidon.common.buffers.DataReader.InsufficientDataAvailableException;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForgetfulReaderTest {
  @Test
  @Timeout(20)
  void whatWasReadIsForgottenBeforeMoreComes() {
    var pieces = new ArrayList<WeakReference<byte[]>>();
    var reader =
        new ForgetfulReader(
            () -> {
              var piece = new byte[100];
              pieces.add(new WeakReference<>(piece));
              return piece;
            });

    reader.readBytes(50);
    reader.readBytes(50);

    while (!pieces.getFirst().refersTo(null)) {
      System.gc();
    }
    assertThat(reader.available()).isZero();
  }

  @Test
  void whatWasNotReadStays() {
    Iterator<byte[]> pieces = List.of("GET /a".getBytes(StandardCharsets.US_ASCII)).iterator();
    var reader = new ForgetfulReader(pieces::next);

    reader.skip(4);

    assertThat(reader.available()).isEqualTo(2);
    assertThat(reader.readAsciiString(2)).isEqualTo("/a");
  }

  @Test
  void theEndIsTheEnd() {
    var reader = new ForgetfulReader(() -> null);

    assertThatExceptionOfType(InsufficientDataAvailableException.class)
        .isThrownBy(reader::ensureAvailable);
  }

  /// Whatever is asked of it, it answers as Helidon's own reader does.
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void itReadsAsHelidonsReaderDoes(long seed) {
    for (int round = 0; round < 200; round++) {
      long each = 1000 * seed + round;
      assertThat(story(new Random(each), ForgetfulReader::new))
          .as("round %d", each)
          .isEqualTo(story(new Random(each), DataReader::create));
    }
  }

  private interface Maker {
    DataReader make(Supplier<byte @Nullable []> source);
  }

  private static List<String> story(Random random, Maker maker) {
    var pieces = new ArrayList<byte[]>();
    for (int i = random.nextInt(1, 6); i > 0; i--) {
      pieces.add(text(random));
    }
    Iterator<byte[]> coming = pieces.iterator();
    DataReader reader = maker.make(() -> coming.hasNext() ? coming.next() : null);
    var story = new ArrayList<String>();
    for (int i = 0; i < 20; i++) {
      try {
        story.add(step(reader, random));
      } catch (InsufficientDataAvailableException end) {
        story.add("no more");
      }
    }
    return story;
  }

  private static byte[] text(Random random) {
    var text = new StringBuilder();
    for (int i = random.nextInt(1, 12); i > 0; i--) {
      text.append(random.nextInt(4) == 0 ? "\r\n" : (char) random.nextInt('a', 'e'));
    }
    return text.toString().getBytes(StandardCharsets.US_ASCII);
  }

  private static String step(DataReader reader, Random random) {
    int length = random.nextInt(1, 8);
    return switch (random.nextInt(14)) {
      case 0 -> "available " + reader.available();
      case 1 -> "read " + reader.read();
      case 2 -> "lookup " + reader.lookup();
      case 3 -> "new line " + reader.startsWithNewLine();
      case 4 -> "prefix " + reader.startsWith(new byte[] {'a'});
      case 5 -> "line " + readLine(reader);
      case 6 -> "bytes " + new String(reader.readBytes(length), StandardCharsets.US_ASCII);
      case 7 -> "ascii " + reader.readAsciiString(length);
      case 8 -> "lazy " + reader.readLazyString(StandardCharsets.US_ASCII, length);
      case 9 -> "buffer " + reader.readBuffer(length).debugDataHex();
      case 10 -> "rest " + reader.readBuffer().debugDataHex();
      case 11 -> "got " + reader.getBuffer(length).debugDataHex();
      case 12 -> "found " + found(reader, length);
      default -> {
        reader.skip(length);
        yield "skipped " + length;
      }
    };
  }

  private static String readLine(DataReader reader) {
    try {
      return reader.readLine();
    } catch (IncorrectNewLineException lonely) {
      return "lonely";
    }
  }

  private static String found(DataReader reader, int most) {
    try {
      return reader.findNewLine(most) + " " + reader.findOrNewLine((byte) 'b', most);
    } catch (IncorrectNewLineException lonely) {
      return "lonely";
    }
  }
}
