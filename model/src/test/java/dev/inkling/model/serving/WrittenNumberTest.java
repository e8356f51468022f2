package dev.inkling.model.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.inkling.model.NoInk;
import dev.inkling.model.TooManyDigits;
import dev.inkling.model.data.TestData;
import dev.inkling.model.evaluation.NumberSetting;
import dev.inkling.model.evaluation.NumberSheet;
import dev.inkling.model.evaluation.NumberSheets;
import dev.inkling.model.ink.Box;
import dev.inkling.model.ink.Brush;
import dev.inkling.model.ink.Drawing;
import dev.inkling.model.ink.DrawingRenderer;
import dev.inkling.model.ink.Ink;
import dev.inkling.model.ink.Point;
import dev.inkling.model.ink.ScriptedHand;
import dev.inkling.model.ink.ScriptedNumber;
import dev.inkling.model.ink.Stroke;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The thresholds lie just below what docs/recognition.md shows.
class WrittenNumberTest {
  private static final int SAMPLE = 30;

  private static Classifier robust;

  @BeforeAll
  static void load() {
    robust = ShippedModels.store().load("robust");
  }

  @AfterAll
  static void close() {
    robust.close();
  }

  @ParameterizedTest
  @CsvSource({"ALONE, 27", "SPACED, 27", "TOUCHING, 26"})
  void numbersOfMnistsTestDigitsAreReadWhollyRight(NumberSetting setting, int least) {
    var sheets = new NumberSheets(TestData.mnistTest());
    int right = 0;
    for (int i = 0; i < SAMPLE; i++) {
      NumberSheet sheet = sheets.write(setting, new SplittableRandom(i));
      right +=
          robust.readNumber(sheet.picture(), List.of()).number().text().equals(sheet.number())
              ? 1
              : 0;
    }

    assertThat(right).isGreaterThanOrEqualTo(least);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1984", "50", "372", "26\n847"})
  void theDigitsAreReadLineByLine(String number) {
    assertThat(read(ScriptedNumber.draw(number, 120)).text()).isEqualTo(number);
  }

  @Test
  void aDigitIsANumberOfOne() {
    for (int digit = 0; digit < 10; digit++) {
      WrittenNumber number = read(ScriptedHand.draw(digit));

      assertThat(number.text()).isEqualTo(String.valueOf(digit));
      assertThat(number.digits().getFirst().verdict()).isEqualTo(Verdict.DIGIT);
    }
  }

  @Test
  void aBoxLiesAroundEachDigitInThePicturesPixels() {
    List<PlacedDigit> digits = read(ScriptedNumber.draw("27\n38", 400)).digits();

    assertThat(digits).hasSize(4);
    for (int i = 0; i < 4; i++) {
      Box box = digits.get(i).box();
      int left = 400 * (i % 2);
      int top = 400 * (i / 2);
      assertThat(box.left()).isBetween(left + 60, left + 140);
      assertThat(box.right()).isBetween(left + 260, left + 340);
      assertThat(box.top()).isBetween(top + 10, top + 60);
      assertThat(box.bottom()).isBetween(top + 340, top + 390);
    }
  }

  @Test
  void theBarOfAFiveThatFloatsStaysWithIt() {
    Drawing bare = Drawing.blank(300, 160, Ink.WHITE);
    Drawing five =
        bare.plus(stroke(44, 44, 40, 70, 66, 66, 86, 84, 84, 116, 60, 130, 36, 120))
            .plus(stroke(56, 26, 74, 25, 92, 25));

    assertThat(read(five.plus(stroke(190, 24, 186, 132))).text()).isEqualTo("51");
  }

  @Test
  void aCrossedSevenIsOneDigit() {
    Drawing seven =
        Drawing.blank(300, 160, Ink.WHITE)
            .plus(stroke(34, 28, 64, 28, 96, 28, 78, 70, 58, 132))
            .plus(stroke(48, 78, 98, 76));

    assertThat(read(seven.plus(stroke(200, 24, 196, 132))).text()).isEqualTo("71");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1984", "3082", "67", "560"})
  void digitsThatRunFarIntoEachOtherArePartedWhereThePenWasLifted(String number) {
    Drawing drawing = ScriptedNumber.draw(number, 120, 62);
    List<List<Point>> strokes = drawing.strokes().stream().map(Stroke::points).toList();

    NumberReading reading = robust.readNumber(new DrawingRenderer().png(drawing), strokes);

    assertThat(reading.number().text()).isEqualTo(number);
  }

  @Test
  void howeverOftenThePenWasLiftedItIsNoReasonToRefuse() {
    Drawing drawing = ScriptedNumber.draw("1234567890".repeat(3), 120);
    List<List<Point>> pieces =
        drawing.strokes().stream()
            .map(Stroke::points)
            .flatMap(
                points ->
                    IntStream.range(1, points.size()).mapToObj(i -> points.subList(i - 1, i + 1)))
            .toList();

    NumberReading reading = robust.readNumber(new DrawingRenderer().png(drawing), pieces);

    assertThat(pieces).hasSizeGreaterThan(150);
    assertThat(reading.number().digits()).hasSize(30);
  }

  @Test
  void strokesThatAreNotOnThePictureChangeNothing() {
    Drawing drawing = ScriptedNumber.draw("27", 120);
    byte[] png = new DrawingRenderer().png(drawing);
    List<List<Point>> elsewhere =
        List.of(
            List.of(new Point(-1e300, 5), new Point(1e300, Double.POSITIVE_INFINITY)),
            List.of(new Point(1, 1)));

    assertThat(robust.readNumber(png, elsewhere).number())
        .isEqualTo(robust.readNumber(png, List.of()).number());
  }

  @Test
  void anEmptySheetHasNoNumber() {
    byte[] blank = new DrawingRenderer().png(Drawing.blank(300, 100, Ink.WHITE));

    assertThatExceptionOfType(NoInk.class).isThrownBy(() -> robust.readNumber(blank, List.of()));
  }

  @Test
  void moreDigitsThanCanBeReadAreRefused() {
    byte[] sheet = new DrawingRenderer().png(ScriptedNumber.draw("1234567890\n".repeat(7), 40));

    assertThatExceptionOfType(TooManyDigits.class)
        .isThrownBy(() -> robust.readNumber(sheet, List.of()))
        .withMessageContaining("send a part of it");
  }

  private static WrittenNumber read(Drawing drawing) {
    return robust.readNumber(new DrawingRenderer().png(drawing), List.of()).number();
  }

  private static Stroke stroke(double... numbers) {
    Stroke stroke = Stroke.begin(new Brush(10, Ink.BLACK), new Point(numbers[0], numbers[1]));
    for (int i = 2; i < numbers.length; i += 2) {
      stroke = stroke.to(new Point(numbers[i], numbers[i + 1]));
    }
    return stroke;
  }
}
