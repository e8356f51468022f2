package dev.inkling.model.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.inkling.model.NoInk;
import dev.inkling.model.data.Nib;
import dev.inkling.model.data.NonDigits;
import dev.inkling.model.data.Samples;
import dev.inkling.model.data.TestData;
import dev.inkling.model.evaluation.Accuracy;
import dev.inkling.model.evaluation.Calibration;
import dev.inkling.model.ink.Brush;
import dev.inkling.model.ink.Drawing;
import dev.inkling.model.ink.DrawingRenderer;
import dev.inkling.model.ink.Glyph;
import dev.inkling.model.ink.Ink;
import dev.inkling.model.ink.Picture;
import dev.inkling.model.ink.ScriptedHand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Measures the shipped model in each build; the thresholds lie just below the figures in
/// docs/recognition.md.
class RobustModelTest {
  private static Classifier robust;

  @BeforeAll
  static void load() {
    robust = ShippedModels.store().load("robust");
  }

  @AfterAll
  static void close() {
    robust.close();
  }

  @Test
  void itReadsMnistsTestImagesAsTheyAreStoredAndKnowsHowSureItIs() {
    Samples test = TestData.mnistTest();
    var confidences = new double[test.size()];
    var right = new boolean[test.size()];
    int answered = 0;
    for (int i = 0; i < test.size(); i++) {
      Prediction prediction = robust.explain(stored(test, i)).prediction();
      confidences[i] = prediction.confidence();
      right[i] = prediction.digit() == test.digit(i);
      answered += prediction.verdict() == Verdict.DIGIT ? 1 : 0;
    }
    var accuracy =
        new Accuracy(
            (int) IntStream.range(0, right.length).filter(i -> right[i]).count(), right.length);

    assertThat(accuracy.share()).isGreaterThanOrEqualTo(0.9969);
    assertThat(Calibration.of(confidences, right).expectedError()).isLessThan(0.005);
    assertThat(answered).isGreaterThanOrEqualTo(9900);
    // The card says so, too: its figure is measured, not remembered.
    assertThat(robust.card().figures())
        .filteredOn(figure -> figure.on().equals("MNIST test set"))
        .singleElement()
        .satisfies(
            figure -> assertThat(figure.accuracy()).isCloseTo(accuracy.share(), within(0.0007)));
  }

  @ParameterizedTest
  @ValueSource(doubles = {2, 8, 20, 36, 56})
  void itReadsTheScriptedHandWithAnyBrush(double width) {
    for (int digit = 0; digit < 10; digit++) {
      assertIsRead(digit, ScriptedHand.draw(digit, 560, new Brush(width, Ink.BLACK)));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {28, 64, 200, 1000})
  void itReadsTheScriptedHandOnAnyCanvas(int side) {
    for (int digit = 0; digit < 10; digit++) {
      assertIsRead(digit, ScriptedHand.draw(digit, side, new Brush(side / 15.0, Ink.BLACK)));
    }
  }

  @Test
  void itReadsLightInkOnDarkAndColouredInk() {
    for (int digit = 0; digit < 10; digit++) {
      for (Ink[] pair :
          new Ink[][] {
            {Ink.WHITE, Ink.BLACK},
            {new Ink(0xE0C020), Ink.WHITE},
            {new Ink(0x2040D0), new Ink(0xFFF0D0)}
          }) {
        Drawing drawing = Drawing.blank(400, 400, pair[1]);
        for (var stroke : ScriptedHand.draw(digit, 400, new Brush(24, pair[0])).strokes()) {
          drawing = drawing.plus(stroke);
        }
        assertIsRead(digit, drawing);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("nibs")
  void itReadsTheScriptedHandWithAnyNib(Nib nib) {
    for (int digit = 0; digit < 10; digit++) {
      var strokes =
          nib.strokes(
              ScriptedHand.lines(digit, 560), new Brush(44, Ink.BLACK), new SplittableRandom(1));

      assertIsRead(digit, new Drawing(560, 560, Ink.WHITE, strokes));
    }
  }

  static Stream<Named<Nib>> nibs() {
    return Stream.of(
        Named.of("pressed", Nib.pressed(0.1)),
        Named.of("pointed", Nib.pointed(0.1)),
        Named.of("tapering", Nib.tapering(0.4)),
        Named.of("flat", Nib.flat(0.03, -45)),
        Named.of("sprayed", Nib.sprayed(0.3)),
        Named.of("outlined", Nib.outlined(0.2, Ink.WHITE)),
        Named.of("grey half", Nib.twoInks(new Ink(0xE0E0E0), 0.5)),
        Named.of("yellow half", Nib.twoInks(new Ink(0xFFFF00), 0.5)));
  }

  @Test
  void mostOfWhatIsNoDigitIsRefused() {
    int refused = 0;
    int all = 0;
    // Not a seed that training draws from.
    var random = new Random(20_261_124);
    for (NonDigits kind : NonDigits.values()) {
      for (int i = 0; i < 40; i++) {
        refused += isRefused(kind.picture(random)) ? 1 : 0;
        all++;
      }
    }

    assertThat((double) refused / all).isGreaterThan(0.95);
  }

  @Test
  void anEmptyCanvasIsNoDigit() {
    byte[] blank = new DrawingRenderer().png(Drawing.blank(560, 560, Ink.WHITE));

    assertThatExceptionOfType(NoInk.class).isThrownBy(() -> robust.predict(blank));
  }

  @Test
  void itFitsInFourMegabytes() throws IOException {
    try (Stream<Path> files = Files.walk(ShippedModels.FOLDER.resolve("robust"))) {
      long bytes =
          files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();

      assertThat(bytes).isLessThan(4_000_000);
    }
  }

  private static void assertIsRead(int digit, Drawing drawing) {
    Prediction prediction = robust.predict(new DrawingRenderer().png(drawing));

    assertThat(prediction.digit()).isEqualTo(digit);
    assertThat(prediction.verdict()).as("verdict of a %d", digit).isEqualTo(Verdict.DIGIT);
  }

  private static boolean isRefused(Picture picture) {
    try {
      return robust.explain(picture).prediction().verdict() != Verdict.DIGIT;
    } catch (NoInk refused) {
      return true;
    }
  }

  private static Picture stored(Samples samples, int index) {
    return new Picture(Glyph.SIDE, Glyph.SIDE, samples.get(index).glyph().ink());
  }
}
