package dev.inkling.model.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.inkling.model.NoInk;
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
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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

    assertThat(accuracy.share()).isGreaterThanOrEqualTo(0.9965);
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
