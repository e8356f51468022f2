package dev.inkling.model.data;

import dev.inkling.model.DataUnusable;
import dev.inkling.model.Sha256;
import dev.inkling.model.ink.Point;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Digits in the UNIPEN text format (I. Guyon et al., "UNIPEN project of on-line data exchange and
/// recognizer benchmarks", 1994), as far as the pen digits of the UCI repository use it:
///
/// ```
/// .SEGMENT DIGIT 0 ? "8"
/// .COMMENT 8 12 224        digit, writer, number
/// .PEN_DOWN
///  267  333                x and y, a line a point
/// .PEN_UP
/// ```
///
/// @param digits in the file's order
/// @param sha256 of the unpacked file, in hexadecimal
record UnipenFile(List<PenDigit> digits, String sha256) {
  private static final Pattern COMMENT = Pattern.compile("\\.COMMENT +(\\d) +(\\d{1,4}) +\\d+");
  private static final Pattern POINT = Pattern.compile("(\\d{1,4}) +(\\d{1,4})");

  /// The tablet's box is 500 x 500 and has its origin at the lower left.
  private static final int HEIGHT = 500;

  UnipenFile {
    digits = List.copyOf(digits);
  }

  /// Reads a whole file.
  ///
  /// @throws DataUnusable naming the file, and the line where it can be told, if the file is
  ///     missing, cut short or something else
  static UnipenFile read(Path file) {
    return Unpacked.read(file, contents -> read(contents, file));
  }

  private static UnipenFile read(InputStream contents, Path file) throws IOException {
    var hashed = Sha256.through(contents);
    var text = new BufferedReader(new InputStreamReader(hashed, StandardCharsets.US_ASCII));
    var parser = new Parser(file);
    for (String line = text.readLine(); line != null; line = text.readLine()) {
      parser.take(line.strip());
    }
    return new UnipenFile(parser.finish(), Sha256.hex(hashed));
  }

  /// Takes a file line by line, and knows where it is when something is wrong.
  private static final class Parser {
    private final Path file;
    private final List<PenDigit> digits = new ArrayList<>();
    private List<List<Point>> lines = new ArrayList<>();
    private boolean penIsDown;
    private int digit = -1;
    private int writer;
    private int number;

    Parser(Path file) {
      this.file = file;
    }

    void take(String line) {
      number++;
      if (line.startsWith(".SEGMENT")) {
        endDigit();
      } else if (line.startsWith(".COMMENT")) {
        Matcher comment = matched(COMMENT, line);
        digit = Integer.parseInt(comment.group(1));
        writer = Integer.parseInt(comment.group(2));
      } else if (line.equals(".PEN_DOWN")) {
        penIsDown = true;
        lines.add(new ArrayList<>());
      } else if (line.equals(".PEN_UP")) {
        penIsDown = false;
      } else if (!line.isEmpty() && !line.startsWith(".")) {
        takePoint(line);
      }
    }

    private void takePoint(String line) {
      Matcher point = matched(POINT, line);
      if (!penIsDown || digit < 0) {
        throw unusable("has a point where no pen is down");
      }
      double x = Integer.parseInt(point.group(1));
      double y = Integer.parseInt(point.group(2));
      lines.getLast().add(new Point(x, HEIGHT - y));
    }

    private Matcher matched(Pattern expected, String line) {
      Matcher matcher = expected.matcher(line);
      if (!matcher.matches()) {
        throw unusable("is not as a UNIPEN file of digits has it");
      }
      return matcher;
    }

    private void endDigit() {
      lines.removeIf(List::isEmpty);
      if (digit >= 0) {
        if (lines.isEmpty() || penIsDown) {
          throw unusable("ends a digit without its pen lines");
        }
        digits.add(new PenDigit(digit, writer, lines));
      }
      digit = -1;
      lines = new ArrayList<>();
    }

    List<PenDigit> finish() {
      endDigit();
      if (digits.isEmpty()) {
        throw new DataUnusable(file + " has no digits: it is no UNIPEN file of digits.");
      }
      return digits;
    }

    private DataUnusable unusable(String fault) {
      return new DataUnusable("%s, line %d, %s: fetch it again.".formatted(file, number, fault));
    }
  }
}
