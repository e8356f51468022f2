package dev.inkling.app.experiments.report;

import static dev.inkling.app.experiments.TestExperiments.NOON;
import static dev.inkling.app.experiments.TestExperiments.ROBUST;
import static dev.inkling.app.experiments.TestExperiments.SEED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.inkling.app.experiments.Entry;
import dev.inkling.app.experiments.Experiment;
import dev.inkling.app.experiments.ExperimentStore;
import dev.inkling.app.experiments.Figures;
import dev.inkling.app.experiments.Selection;
import dev.inkling.app.experiments.TestExperiments;
import dev.inkling.model.ink.Brush;
import dev.inkling.model.ink.Drawing;
import dev.inkling.model.ink.DrawingRenderer;
import dev.inkling.model.ink.Ink;
import dev.inkling.model.ink.Point;
import dev.inkling.model.ink.ScriptedHand;
import dev.inkling.model.ink.Stroke;
import dev.inkling.model.serving.ShippedModels;
import dev.inkling.model.serving.Verdict;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExperimentReportTest {
  @TempDir private Path folder;
  private ExperimentStore store;

  @BeforeEach
  void open() {
    store = ExperimentStore.open(folder.resolve("inkling.db"), Clock.fixed(NOON, ZoneOffset.UTC));
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void itTellsTheSetUpEachExperimentAndTheFigures() {
    store.add(TestExperiments.by("Ada", 4, 9, 4));
    store.add(TestExperiments.by("Bo", 4, 9, 4));
    store.add(TestExperiments.by("Bo", 7, 7, 7));

    assertThat(html())
        .contains("3 drawings by Ada, Bo, 25 November 2026.")
        .contains("Ground truth = <b>4</b>, Predicted = <b>9</b>")
        .contains("A 4 is taken for a 9: 2 of 2.")
        .contains("33.3 % (1 of 3)")
        .contains("100.0 % (3 of 3)")
        .contains("robust/1 alone is right 2 times, seed/1 alone 0 times. That may be chance")
        .contains("Right answers are 60 % sure on average, wrong ones 60 %.")
        .contains("The model robust/1")
        .contains("Nothing was read wrong.");
  }

  @Test
  void whatIsNoDigitIsRightWhereItIsNotAnsweredAsOne() {
    store.add(TestExperiments.noDigit(Verdict.NOT_A_DIGIT));
    store.add(TestExperiments.noDigit(Verdict.DIGIT));

    assertThat(html())
        .contains("Ground truth = <b>no digit</b>, Predicted = <b>no digit</b>")
        .contains("50.0 % (1 of 2)");
  }

  @Test
  void aNameIsNoMarkup() {
    store.add(TestExperiments.by("<script>alert(1)</script>", 4, 9, 4));

    assertThat(html()).doesNotContain("<script").contains("&lt;script&gt;");
  }

  @Test
  void withoutExperimentsItSaysSo() {
    assertThat(html()).contains("There are no experiments yet.");
  }

  @Test
  void whatWrongOnesHaveInCommonIsSaidWhereItIsNoChance() {
    List<Entry> entries =
        IntStream.range(0, 20)
            .mapToObj(
                i ->
                    new Entry(
                        i,
                        NOON,
                        "",
                        OptionalInt.of(4),
                        List.of(
                            TestExperiments.reading(ROBUST, i < 5 ? 9 : 4, 0.9, Verdict.DIGIT))))
            .toList();
    var figures = new Figures(ROBUST, entries);
    var smallOnes =
        LongStream.range(0, 6)
            .boxed()
            .collect(Collectors.toMap(Function.identity(), id -> Set.of(Trait.SMALL)));
    var anyOnes =
        LongStream.range(0, 20)
            .boxed()
            .collect(Collectors.toMap(Function.identity(), id -> Set.of(Trait.SMALL)));

    assertThat(new Observations(figures, smallOnes).sentences())
        .contains(
            "Of the wrong ones 5 of 5 are small (less than a third of the picture); of the right ones 1 of 15.");
    assertThat(new Observations(figures, anyOnes).sentences()).noneMatch(s -> s.contains("small"));
  }

  @Test
  void fishersTestGivesTheTeaTastersFigures() {
    assertThat(new Fisher(4, 4, 0, 4).probability()).isCloseTo(1 / 70.0, within(1e-12));
    assertThat(new Fisher(3, 4, 1, 4).probability()).isCloseTo(17 / 70.0, within(1e-12));
    assertThat(new Fisher(0, 4, 0, 4).probability()).isEqualTo(1);
  }

  @Test
  void traitsAreWhatOneSees() {
    assertThat(Trait.of(png(ScriptedHand.draw(2)))).isEmpty();
    assertThat(Trait.of(png(ScriptedHand.draw(2, 560, new Brush(4, Ink.BLACK)))))
        .containsExactly(Trait.THIN);
    assertThat(Trait.of(png(small()))).contains(Trait.SMALL, Trait.OFF_CENTRE);
    assertThat(Trait.of(png(Drawing.blank(100, 100, Ink.WHITE)))).isEmpty();
  }

  @Test
  void figuresCountOnlyWhatTheModelWasAsked() {
    store.add(TestExperiments.by("Ada", 4, 9, 4));
    Experiment unread = TestExperiments.by("Ada", 5, 5, 5);
    store.add(
        new Experiment(NOON, "Ada", unread.truth(), Optional.empty(), unread.png(), List.of()));
    var figures = new Figures(SEED, store.list(Selection.ALL, 0, 9));

    assertThat(figures.entries()).hasSize(1);
    assertThat(figures.accuracy().orElseThrow().right()).isZero();
    assertThat(figures.against(ROBUST).onlySecond()).isEqualTo(1);
    assertThat(figures.byPerson().keySet()).containsExactly("Ada");
    assertThat(figures.byDigit().keySet()).containsExactly(4);
    assertThat(figures.byDay(ZoneOffset.UTC)).hasSize(1);
  }

  private static Drawing small() {
    return Drawing.blank(560, 560, Ink.WHITE)
        .plus(new Stroke(new Brush(10, Ink.BLACK), List.of(new Point(40, 40), new Point(60, 120))));
  }

  private static byte[] png(Drawing drawing) {
    return new DrawingRenderer().png(drawing);
  }

  private String html() {
    return new ExperimentReport(store, Selection.ALL, ShippedModels.store().cards(), ZoneOffset.UTC)
        .page()
        .html();
  }
}
