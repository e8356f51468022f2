package dev.inkling.app.predict;

import dev.inkling.app.texts.Sentence;
import org.jspecify.annotations.Nullable;

/// Why a drawing has no answer: [#line()] says what to do.
public final class PredictionFailed extends Exception {
  private static final long serialVersionUID = 1L;

  private enum Kind {
    LASTING,
    PASSING,
    NO_INK
  }

  private final transient Sentence line;
  private final Kind kind;

  private PredictionFailed(Sentence line, Kind kind, @Nullable Throwable cause) {
    super(kind.name(), cause);
    this.line = line;
    this.kind = kind;
  }

  /// The server cannot be reached, or does not answer in time.
  static PredictionFailed unreachable(Throwable cause) {
    return new PredictionFailed(Sentence.of("failed.unreachable"), Kind.PASSING, cause);
  }

  /// The server answered that it will not.
  static PredictionFailed refused(String detail, boolean passing) {
    return new PredictionFailed(
        Sentence.verbatim(detail), passing ? Kind.PASSING : Kind.LASTING, null);
  }

  /// The server looked, and found nothing on the paper.
  static PredictionFailed noInk(String detail) {
    return new PredictionFailed(Sentence.verbatim(detail), Kind.NO_INK, null);
  }

  /// Something else listens there, or an Inkling that speaks otherwise.
  static PredictionFailed strangeAnswer(Throwable cause) {
    return new PredictionFailed(Sentence.of("failed.strange"), Kind.LASTING, cause);
  }

  /// Something went wrong before the drawing was on its way.
  static PredictionFailed unsendable(Throwable cause) {
    return new PredictionFailed(Sentence.of("failed.unsendable", cause), Kind.LASTING, cause);
  }

  /// Whatever it was.
  static PredictionFailed of(Throwable failure) {
    return failure instanceof PredictionFailed known ? known : unsendable(failure);
  }

  /// The line to show.
  public Sentence line() {
    return line;
  }

  /// Whether asking again later can help without the person doing anything.
  public boolean isPassing() {
    return kind == Kind.PASSING;
  }

  /// Whether nothing is wrong at all: what was drawn has been rubbed out again.
  public boolean isNoInk() {
    return kind == Kind.NO_INK;
  }
}
