package dev.inkling.api;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayInputStream;
import java.io.Serial;
import java.util.Arrays;

/// The bytes of a JSON text, from which a parser reads one after another, and from which tensors
/// are read past it: nearly all of a request is numbers, and to make tokens of them takes several
/// times as long.
///
/// Of what it is not sure about it only says so, and somebody else looks at the text again from its
/// beginning. So it needs to know no more of JSON than lists of numbers, and nothing of errors.
@SuppressWarnings("InputStreamSlowMultibyteRead") // Nobody reads but byte by byte.
final class TensorScanner extends ByteArrayInputStream {
  /// There is something that is read elsewhere, if it can be read at all.
  static final class Unsure extends RuntimeException {
    @Serial private static final long serialVersionUID = 1;

    Unsure() {
      super(null, null, false, false);
    }
  }

  private static final int DEEPEST = 8;

  /// What a `long` holds of any value.
  private static final int MOST_DIGITS = 18;

  /// Larger whole numbers may have no `double` of their own.
  private static final long EXACT = 1L << 53;

  /// Each of them exact.
  private static final double[] POWERS_OF_TEN = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18
  };

  private static final int END = -1;
  private static final int NONE = -1;

  TensorScanner(byte[] text, int length) {
    super(text, 0, length);
  }

  /// Without the lock that nobody else asks for, which a parser takes for each byte.
  @Override
  @SuppressWarnings("UnsynchronizedOverridesSynchronized")
  public int read() {
    return pos < count ? buf[pos++] & 0xff : END;
  }

  /// Reads the list whose opening bracket was the last byte that was read; the next will be its
  /// closing one.
  ///
  /// @param where the tensor stands in the request
  /// @throws Unsure if it is none of numbers, or one of its numbers is uncommon
  /// @throws Refusal as [TensorBuilder] does
  Tensor list(String where) {
    var tensor = new TensorBuilder(where);
    list(tensor, 0);
    return tensor.build();
  }

  private void list(TensorBuilder tensor, int at) {
    if (at == DEEPEST || tensor.isOfNumbers(at)) {
      throw new Unsure();
    }
    tensor.open(at);
    int length = 0;
    boolean goesOn = next() != ']';
    while (goesOn) {
      int times = 1;
      if (next() == '[') {
        pos++;
        list(tensor, at + 1);
        pos++;
        goesOn = takesComma();
      } else {
        int start = pos;
        float value = number();
        goesOn = takesComma();
        times += goesOn ? repetitions(start) : 0;
        tensor.add(at + 1, value, times);
      }
      length += times;
    }
    if (next() != ']') {
      throw new Unsure();
    }
    tensor.close(at, length);
  }

  /// Takes a comma and the spaces behind it, if there is one.
  private boolean takesComma() {
    boolean isComma = next() == ',';
    if (isComma) {
      pos++;
      next();
    }
    return isComma;
  }

  /// Takes what is written as what began there, as bare paper is, most of any glyph: as often as it
  /// comes.
  ///
  /// @return how often
  private int repetitions(int start) {
    int length = pos - start;
    // The text is the same as itself that much further on.
    int times = Arrays.mismatch(buf, start, count, buf, pos, count) / length;
    pos += times * length;
    return times;
  }

  /// The next byte that is no space; the position is at it.
  private int next() {
    int at = pos;
    while (at < count && isSpace(buf[at])) {
      at++;
    }
    pos = at;
    return here();
  }

  private static boolean isSpace(byte read) {
    return read <= ' ' && (read == ' ' || read == '\n' || read == '\r' || read == '\t');
  }

  private int here() {
    return pos < count ? buf[pos] : END;
  }

  /// The `float` next to the `double` that is next to the number.
  private float number() {
    boolean isNegative = here() == '-';
    int start = pos;
    int first = isNegative ? start + 1 : start;
    int point = NONE;
    long digits = 0;
    int at = first;
    for (; at < count; at++) {
      int digit = buf[at] - '0';
      if (digit >= 0 && digit <= 9) {
        digits = 10 * digits + digit;
      } else if (buf[at] == '.' && point == NONE) {
        point = at;
      } else {
        break;
      }
    }
    pos = at;
    int whole = (point == NONE ? at : point) - first;
    int scale = point == NONE ? 0 : at - point - 1;
    boolean isZeroFirst = whole > 0 && buf[first] == '0';
    if (whole == 0 || (isZeroFirst && whole > 1) || (point != NONE && scale == 0)) {
      throw new Unsure();
    }
    if (hasExponent() || whole + scale - (isZeroFirst ? 1 : 0) > MOST_DIGITS) {
      return carefully(start);
    }
    if (scale == 0) {
      return (float) (double) (isNegative ? -digits : digits);
    }
    double value = digits / POWERS_OF_TEN[scale];
    if (digits > EXACT && !isSure(value)) {
      return carefully(start);
    }
    return (float) (isNegative ? -value : value);
  }

  private boolean hasExponent() {
    if (here() != 'e' && here() != 'E') {
      return false;
    }
    pos++;
    if (here() == '+' || here() == '-') {
      pos++;
    }
    int first = pos;
    while (here() >= '0' && here() <= '9') {
      pos++;
    }
    if (pos == first) {
      throw new Unsure();
    }
    return true;
  }

  /// Whether each `double` that this may be off by has the same `float`. It is off by less than
  /// two, as the whole number was rounded, and then the quotient.
  private static boolean isSure(double value) {
    long bits = Double.doubleToRawLongBits(value);
    return (float) Double.longBitsToDouble(bits - 2) == (float) Double.longBitsToDouble(bits + 2);
  }

  private float carefully(int start) {
    if (pos - start > Json.LONGEST_NUMBER) {
      throw new Unsure();
    }
    return (float) Double.parseDouble(new String(buf, start, pos - start, US_ASCII));
  }
}
