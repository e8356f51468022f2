package dev.inkling.app.experiments;

import dev.inkling.app.experiments.RecordingViewModel.Kept;
import dev.inkling.app.texts.Sentence;
import dev.inkling.model.serving.ModelId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/// A guided session: it asks for the digits 0 to 9 in random order, one round or several, and keeps
/// each drawing as what was asked for.
public final class SessionViewModel {

  /// What is to be drawn now.
  ///
  /// @param number of this drawing, from 1
  public record Prompt(int digit, int number, int all) {}

  private final RecordingViewModel recording;
  private final Random random;
  private final ObjectProperty<Integer> rounds = new SimpleObjectProperty<>(1);
  private final BooleanProperty answersAtTheEnd = new SimpleBooleanProperty(true);
  private final ReadOnlyObjectWrapper<Optional<Prompt>> prompt =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ObjectProperty<Sentence> line = new SimpleObjectProperty<>(Sentence.NONE);
  private final List<Kept> kept = new ArrayList<>();
  private List<Integer> asked = List.of();
  private int next;
  private int over;

  SessionViewModel(RecordingViewModel recording, Random random) {
    this.recording = recording;
    this.random = random;
  }

  /// How often each digit is asked for.
  public ObjectProperty<Integer> roundsProperty() {
    return rounds;
  }

  /// Whether it is told only at the end how each drawing was read: who sees an answer draws the
  /// next digit otherwise.
  public BooleanProperty answersAtTheEndProperty() {
    return answersAtTheEnd;
  }

  /// What is to be drawn now; empty while there is no session.
  public ReadOnlyObjectProperty<Optional<Prompt>> promptProperty() {
    return prompt.getReadOnlyProperty();
  }

  /// How it went, or goes.
  public ReadOnlyObjectProperty<Sentence> lineProperty() {
    return line;
  }

  public void start() {
    var digits = new ArrayList<Integer>();
    for (int round = 0; round < rounds.get(); round++) {
      List<Integer> all = IntStream.range(0, 10).boxed().collect(Collectors.toList());
      Collections.shuffle(all, random);
      digits.addAll(all);
    }
    asked = List.copyOf(digits);
    kept.clear();
    over = 0;
    next = 0;
    line.set(Sentence.NONE);
    ask();
  }

  /// Keeps what is on the paper as what was asked for, and asks for the next. Nothing happens on
  /// bare paper, but that it is said.
  public void next() {
    if (prompt.get().isEmpty()) {
      return;
    }
    int number = next;
    int digit = asked.get(next);
    if (!recording.record(OptionalInt.of(digit), done -> take(number, done))) {
      line.set(Sentence.of("record.blank"));
      return;
    }
    next++;
    ask();
  }

  /// Asks for no more. What was drawn is kept.
  public void stop() {
    asked = asked.subList(0, next);
    prompt.set(Optional.empty());
    tellResult();
  }

  private void ask() {
    prompt.set(
        next < asked.size()
            ? Optional.of(new Prompt(asked.get(next), next + 1, asked.size()))
            : Optional.empty());
  }

  private void take(int number, Optional<Kept> done) {
    over++;
    done.ifPresent(kept::add);
    if (prompt.get().isEmpty()) {
      tellResult();
    } else if (done.isPresent() && !answersAtTheEnd.get() && number == next - 1) {
      List<Reading> readings = done.get().readings();
      line.set(
          texts ->
              readings.stream()
                  .map(reading -> RecordingViewModel.said(reading).in(texts))
                  .collect(Collectors.joining(", ")));
    } else {
      line.set(Sentence.NONE);
    }
  }

  /// For each model, once all have been read.
  private void tellResult() {
    if (over < asked.size() || kept.isEmpty()) {
      return;
    }
    var right = new TreeMap<String, Integer>();
    for (Kept one : kept) {
      for (Reading reading : one.readings()) {
        ModelId model = reading.model();
        right.merge(model.name(), reading.isRight(one.truth()) ? 1 : 0, Integer::sum);
      }
    }
    int all = kept.size();
    line.set(
        texts ->
            texts.get("session.done")
                + right.entrySet().stream()
                    .map(model -> texts.get("session.right", model.getKey(), model.getValue(), all))
                    .collect(Collectors.joining(" ", " ", "")));
  }
}
