package dev.inkling.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.model.ink.Fuzzing;
import dev.inkling.model.ink.Mutation;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.json.JsonMapper;

/// What is read past Jackson is what Jackson reads, bit for bit, or is left to it.
class TensorScannerTest {
  private static final int ROUNDS = 2_000;

  private static final JsonMapper MAPPER = JsonMapper.shared();

  private static final List<String> PIECES =
      List.of(
          "0",
          "1",
          "1,1,1,1,1,1,",
          "9",
          "-",
          "+",
          ".",
          "e",
          "E",
          ",",
          ",",
          " ",
          "[",
          "]",
          "0.5",
          "12",
          "1,2");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "[ ]",
        "[[],[]]",
        "[0]",
        "[-0, -0.0]",
        "[0.1,\t0.25\r\n, 1 ]",
        "[[0.5],[1]]",
        "[[[1,0],[0,1]],[[1,1],[0,0]]]",
        "[0.49803921568627450980392156862745098]",
        "[0.00392156862745098, 0.011764705882352941]",
        "[1e-3, 2.5E+1, 12e2]",
        "[123456789012345678, 1234567890.123456]",
        "[0.0, 0.0, 0.0, 0.0, 0.0, 0.01, 0.0, 0.0,0.0,0.0]",
        "[[0,0,0,0,0,0],[0,0,0,0,0,0]]",
        "[0.25,0.25,0.25,0.25 ,0.25 ,0.25 ,0.25]",
        "[0.123456, 0.123456, 0.123456, 0.123456]"
      })
  void listsOfNumbersAreRead(String text) {
    assertThat(scanned(text.getBytes(UTF_8))).isPresent();
    assertSame(text.getBytes(UTF_8));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[",
        "[0",
        "[0,]",
        "[0,0,0,0,0,0,0,0,]",
        "[0, 0, 0, 0, 0, , 0]",
        "[,0]",
        "[0 1]",
        "[00]",
        "[01]",
        "[-]",
        "[.5]",
        "[1.]",
        "[+1]",
        "[1e]",
        "[1e+]",
        "[0x1]",
        "[1f]",
        "[NaN]",
        "[1e999]",
        "[true]",
        "[null]",
        "[\"1\"]",
        "[{}]",
        "[0,[1]]",
        "[[0],1]",
        "[[0],[1,2]]",
        "[[[[[[[[[1]]]]]]]]]",
        "[0}",
        "[\u00a00]"
      })
  void everythingElseIsNot(String text) {
    assertThat(scanned(text.getBytes(UTF_8))).isEmpty();
  }

  @Test
  void numbersAreThoseThatJacksonReads() {
    Fuzzing.rounds(
        ROUNDS,
        round -> {
          var random = new Random(round);
          byte[] numbers =
              IntStream.range(0, 20)
                  .mapToObj(_ -> number(random))
                  .collect(Collectors.joining(", ", "[", "]"))
                  .getBytes(UTF_8);
          assertThat(scanned(numbers)).as(new String(numbers, UTF_8)).isPresent();
          assertSame(numbers);
        });
  }

  @Test
  void whateverLooksLikeNumbersIsReadAsJacksonReadsItOrNotAtAll() {
    Fuzzing.rounds(
        10 * ROUNDS,
        round -> {
          var random = new Random(round);
          assertSame(
              IntStream.range(0, random.nextInt(12))
                  .mapToObj(_ -> PIECES.get(random.nextInt(PIECES.size())))
                  .collect(Collectors.joining("", "[", "]"))
                  .getBytes(UTF_8));
        });
  }

  @Test
  void brokenTextsAreReadAsJacksonReadsThemOrNotAtAll() {
    List<byte[]> whole =
        List.of("[[0.5, 1, -2.25e-1], [0.0, 0.123456789012345678, 3]]".getBytes(UTF_8));
    Fuzzing.rounds(10 * ROUNDS, round -> assertSame(new Mutation(whole, round).mutant()));
  }

  private static void assertSame(byte[] text) {
    scanned(text)
        .ifPresent(
            tensor -> {
              Tensor expected = thoroughly(text);
              assertThat(tensor.shape()).isEqualTo(expected.shape());
              assertThat(tensor.values())
                  .as(new String(text, UTF_8))
                  .usingComparator(Arrays::compare)
                  .isEqualTo(expected.values());
            });
  }

  private static Tensor thoroughly(byte[] text) {
    JsonParser tokens = MAPPER.treeAsTokens(Json.list(text));
    tokens.nextToken();
    return new TensorReader(tokens, "it").read();
  }

  /// What the scanner makes of a text that is one list; empty if it isn't sure, or refuses it.
  private static Optional<Tensor> scanned(byte[] text) {
    var scanner = new TensorScanner(text, text.length);
    if (scanner.read() != '[') {
      return Optional.empty();
    }
    try {
      Tensor tensor = scanner.list("it");
      scanner.read();
      return new String(scanner.readAllBytes(), UTF_8).matches("[ \\n\\r\\t]*")
          ? Optional.of(tensor)
          : Optional.empty();
    } catch (TensorScanner.Unsure | Refusal none) {
      return Optional.empty();
    }
  }

  /// As programs write numbers, and where rounding is hard: halfway between two `float`s.
  private static String number(Random random) {
    float value = random.nextInt(1, 256) / 255f;
    var halfway =
        new BigDecimal(value).add(new BigDecimal(Math.nextUp(value))).divide(BigDecimal.TWO);
    return switch (random.nextInt(8)) {
      case 0 -> Integer.toString(random.nextInt());
      case 1 -> Float.toString(value);
      case 2 -> Double.toString(random.nextInt(256) / 255.0);
      case 3 -> String.format(Locale.ROOT, "%.4f", value);
      case 4 -> Double.toString(random.nextGaussian() * Math.pow(10, random.nextInt(-20, 20)));
      case 5 -> halfway.toPlainString();
      case 6 -> halfway.round(new MathContext(random.nextInt(8, 30))).toPlainString();
      default -> new BigDecimal(random.nextDouble()).toPlainString().substring(0, 20);
    };
  }
}
