package dev.inkling.app.experiments;

import static dev.inkling.app.experiments.TestExperiments.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.app.background.ManualBackground;
import dev.inkling.app.draw.DrawingViewModel;
import dev.inkling.app.experiments.SessionViewModel.Prompt;
import dev.inkling.app.predict.Answer;
import dev.inkling.app.predict.PredictionFailed;
import dev.inkling.app.predict.Predictor;
import dev.inkling.app.predict.Question;
import dev.inkling.app.texts.Language;
import dev.inkling.app.texts.Sentence;
import dev.inkling.app.texts.Texts;
import dev.inkling.model.ink.DrawingRenderer;
import dev.inkling.model.ink.Point;
import dev.inkling.model.serving.Verdict;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionViewModelTest {
  private static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);

  @TempDir private Path folder;
  private final ManualBackground manual = new ManualBackground();
  private final DrawingViewModel drawing = new DrawingViewModel();
  private final Texts words = new Language().of(SessionViewModel.class);
  private Optional<URI> server = Optional.of(URI.create("http://127.0.0.1:1"));
  private StoreAccess store;
  private RecordingViewModel recording;
  private SessionViewModel session;

  @BeforeEach
  void open() {
    open(folder.resolve("inkling.db"));
  }

  private void open(Path file) {
    store = new StoreAccess(file, CLOCK);
    recording =
        new RecordingViewModel(
            drawing,
            new DrawingRenderer(),
            store,
            new Inquiry(() -> server, new SaysSeven()),
            manual.background(),
            CLOCK);
    session = new SessionViewModel(recording, new Random(3));
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void eachRoundAsksForEveryDigitOnceInAnOrderOfItsOwn() {
    session.roundsProperty().set(3);
    session.start();
    var asked = new ArrayList<Integer>();
    while (session.promptProperty().get().isPresent()) {
      Prompt prompt = session.promptProperty().get().get();
      assertThat(prompt.number()).isEqualTo(asked.size() + 1);
      assertThat(prompt.all()).isEqualTo(30);
      asked.add(prompt.digit());
      scribble();
      session.next();
    }
    Map<Integer, Long> counts =
        asked.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    assertThat(counts).isEqualTo(thrice());
    assertThat(asked.subList(0, 10)).isNotEqualTo(asked.subList(10, 20));
  }

  @Test
  void theResultIsToldAtTheEndAndNothingBefore() {
    session.start();
    for (int i = 0; i < 10; i++) {
      scribble();
      session.next();
      manual.doNext();
      if (i < 9) {
        assertThat(said(session.lineProperty().get())).isEmpty();
      }
    }
    assertThat(said(session.lineProperty().get())).isEqualTo("Done. robust read 1 of 10 right.");
  }

  @Test
  void whoWishesSeesEachAnswer() {
    session.answersAtTheEndProperty().set(false);
    session.start();
    scribble();
    session.next();
    manual.doNext();

    assertThat(said(session.lineProperty().get())).isEqualTo("robust reads a 7");
  }

  @Test
  void barePaperIsNoDrawing() {
    session.start();
    Optional<Prompt> first = session.promptProperty().get();
    session.next();

    assertThat(session.promptProperty().get()).isEqualTo(first);
    assertThat(said(session.lineProperty().get())).contains("draw first");
    assertThat(manual.waiting()).isZero();
  }

  @Test
  void whatWasDrawnBeforeStoppingIsKept() {
    session.start();
    int digit = session.promptProperty().get().orElseThrow().digit();
    scribble();
    session.next();
    session.stop();
    manual.doNext();

    assertThat(session.promptProperty().get()).isEmpty();
    assertThat(store.get().list(Selection.ALL, 0, 9))
        .singleElement()
        .satisfies(entry -> assertThat(entry.truth()).hasValue(digit));
    assertThat(said(session.lineProperty().get())).startsWith("Done. robust read");
  }

  @Test
  void aDrawingIsKeptWithItsStrokesWhoeverCanBeAsked() {
    server = Optional.empty();
    recording.personProperty().set(" Ada ");
    scribble();
    recording.record(OptionalInt.empty());
    assertThat(drawing.blankProperty().get()).as("the paper is free at once").isTrue();
    manual.doNext();

    Entry entry = store.get().list(Selection.ALL, 0, 9).getFirst();
    assertThat(entry.person()).isEqualTo("Ada");
    assertThat(entry.truth()).isEmpty();
    assertThat(entry.readings()).isEmpty();
    assertThat(store.get().find(entry.id()).orElseThrow().strokes()).isPresent();
    assertThat(said(recording.lineProperty().get())).isEqualTo("Kept as no digit.");
    drawing.undo();
    assertThat(drawing.blankProperty().get()).as("and the drawing can be had back").isFalse();
  }

  @Test
  void aDrawingThatCannotBeKeptIsNotLost() throws IOException {
    open(Files.writeString(folder.resolve("file"), "").resolve("inkling.db"));
    scribble();
    recording.record(OptionalInt.of(4));
    manual.doNext();

    assertThat(said(recording.lineProperty().get())).contains("Undo brings it back");
    assertThat(said(recording.troubleProperty().get())).contains("inkling.db");
    drawing.undo();
    assertThat(drawing.blankProperty().get()).isFalse();
  }

  private String said(Sentence sentence) {
    return sentence.in(words);
  }

  private static Map<Integer, Long> thrice() {
    var all = new HashMap<Integer, Long>();
    IntStream.range(0, 10).forEach(digit -> all.put(digit, 3L));
    return all;
  }

  private void scribble() {
    drawing.penDown(new Point(100, 100));
    drawing.penMove(new Point(300, 300));
    drawing.penUp();
  }

  private static final class SaysSeven implements Predictor {
    @Override
    public Answer predict(URI server, byte[] png, Question question) throws PredictionFailed {
      return new Answer(
          7,
          1,
          Collections.nCopies(10, 0.1),
          Verdict.DIGIT,
          question.model().orElseThrow() + " 1",
          new byte[0],
          Optional.empty(),
          Optional.empty());
    }

    @Override
    public List<String> models(URI server) {
      return List.of("robust");
    }
  }
}
