package dev.inkling.app.compare;

import dev.inkling.app.predict.Answer;
import dev.inkling.app.texts.Sentence;
import dev.inkling.model.ink.Resize;
import dev.inkling.model.ink.Steps;
import java.util.Optional;

/// Why two models read the same drawing differently, in one plain sentence.
final class Difference {
  private Difference() {}

  /// Who answered what.
  record Reader(String model, Answer answer) {
    private boolean shrinks() {
      return answer.steps().map(Steps::preprocessing).equals(Optional.of(RESIZE));
    }

    private boolean sees(Reader other) {
      return answer
          .steps()
          .map(Steps::preprocessing)
          .equals(other.answer.steps().map(Steps::preprocessing));
    }
  }

  private static final String RESIZE = new Resize().name();

  static Sentence between(Reader one, Reader other) {
    if (one.model.equals(other.model)) {
      return Sentence.of("same-model");
    }
    if (agree(one.answer, other.answer)) {
      return one.answer.isDigit()
          ? Sentence.of("agree", one.answer.digit())
          : Sentence.of("agree.none");
    }
    if (one.sees(other)) {
      return Sentence.of("differ.same-picture");
    }
    return one.shrinks()
        ? Sentence.of("differ.preprocessing", one.model, other.model)
        : Sentence.of("differ.preprocessing", other.model, one.model);
  }

  private static boolean agree(Answer one, Answer other) {
    return one.isDigit() == other.isDigit() && (!one.isDigit() || one.digit() == other.digit());
  }
}
