package dev.inkling.model.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.inkling.model.serving.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScorecardTest {
  /// Four fours and two nines, one of them damaged; two letters.
  private final Scorecard card =
      Outcomes.card(
          Outcomes.read(4, 4, 0.9, Verdict.DIGIT),
          Outcomes.read(4, 4, 0.8, Verdict.DIGIT),
          Outcomes.read(4, 9, 0.7, Verdict.DIGIT),
          Outcomes.read(4, 4, 0.3, Verdict.UNSURE),
          Outcomes.read(9, 9, 0.95, Verdict.DIGIT),
          Outcomes.unread(9),
          Outcomes.read(-1, 3, 0.6, Verdict.NOT_A_DIGIT),
          Outcomes.read(-1, 0, 0.99, Verdict.DIGIT));

  @Test
  void whatCannotBeReadCountsAsNotReadRight() {
    assertThat(card.accuracy()).contains(new Accuracy(4, 6));
    assertThat(card.accuracyOfAnswered()).contains(new Accuracy(3, 4));
  }

  @Test
  void refusedIsWhateverIsNotAnsweredAsADigit() {
    assertThat(card.digitsRefused()).contains(new Accuracy(2, 6));
    assertThat(card.othersRefused()).contains(new Accuracy(1, 2));
    assertThat(card.count(Verdict.UNSURE, true)).isEqualTo(1);
    assertThat(card.count(Verdict.NOT_A_DIGIT, true)).isZero();
    assertThat(card.count(Verdict.NOT_A_DIGIT, false)).isEqualTo(1);
    assertThat(card.unread()).hasSize(1);
  }

  @Test
  void everyPictureHasItsPlaceInTheConfusionMatrix() {
    ConfusionMatrix confusion = card.confusion();

    assertThat(confusion.counts()[4][9]).isEqualTo(1);
    assertThat(confusion.counts()[9][ConfusionMatrix.NO_ANSWER]).isEqualTo(1);
    assertThat(confusion.pictures(ConfusionMatrix.NO_DIGIT)).isEqualTo(2);
    assertThat(confusion.recall(4)).hasValue(0.75);
    assertThat(confusion.recall(9)).hasValue(0.5);
    assertThat(confusion.precision(9)).hasValue(0.5);
    // The letter taken for a 0 is no 0, but no digit either.
    assertThat(confusion.precision(0)).isEmpty();
    assertThat(confusion.recall(0)).isEmpty();
  }

  @Test
  void calibrationLooksAtDigitsOnly() {
    assertThat(card.calibration().bins().stream().mapToInt(Calibration.Bin::answers).sum())
        .isEqualTo(5);
  }

  @Test
  void beingMoreChoosyCoversLessAndErrsLess() {
    RiskCoverage curve = card.riskCoverage();

    assertThat(curve.points()).hasSize(5);
    assertThat(curve.riskAt(0.5)).isZero();
    assertThat(curve.riskAt(4 / 6.0)).isEqualTo(0.25);
    assertThat(curve.points().getLast().risk()).isCloseTo(0.2, within(1e-12));
    assertThat(curve.points().getLast().coverage()).isCloseTo(5 / 6.0, within(1e-12));
    // The damaged one is never covered.
    assertThat(curve.riskAt(1)).isEqualTo(1);
  }

  @Test
  void answersOfEqualConfidenceComeInTogether() {
    RiskCoverage curve =
        RiskCoverage.of(new double[] {0.5, 0.5, 0.9}, new boolean[] {false, true, true}, 3);

    assertThat(curve.points())
        .containsExactly(
            new RiskCoverage.Point(0.9, 1 / 3.0, 0), new RiskCoverage.Point(0.5, 1, 1 / 3.0));
  }

  @Test
  void theMedianIsUsualAndThePercentileIsBad() {
    List<StageTime> stages = card.stages();

    assertThat(stages).extracting(StageTime::stage).endsWith("total").hasSize(4);
    assertThat(StageTime.slowest(stages).orElseThrow().stage()).isEqualTo("decode");
    assertThat(stages.getLast().median()).isEqualTo(3.5);
  }

  @Test
  void nothingMeasuredIsADashAndNoError() {
    Summary summary = Summary.of(List.of(Outcomes.card(Outcomes.unreadOther())));

    assertThat(summary.rows())
        .filteredOn(row -> row.name().equals("Digits read right"))
        .singleElement()
        .satisfies(row -> assertThat(row.cells()).containsExactly("-"));
    assertThat(summary.rows()).allSatisfy(row -> assertThat(row.cells()).doesNotContain("NaN"));
  }

  @Test
  void twoModelsAreComparedByWhatOnlyOneReadsRight() {
    Scorecard other =
        Outcomes.card(
            card.outcomes().stream()
                .map(
                    outcome ->
                        outcome instanceof Outcome.Unread
                            ? Outcomes.read(9, 9, 1, Verdict.DIGIT)
                            : outcome)
                .toArray(Outcome[]::new));

    assertThat(card.against(other)).isEqualTo(new McNemar(0, 1));
  }
}
