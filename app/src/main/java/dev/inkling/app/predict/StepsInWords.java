package dev.inkling.app.predict;

import dev.inkling.app.texts.Sentence;
import dev.inkling.model.ink.Resize;
import dev.inkling.model.ink.Steps;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// How a glyph was made of a drawing, one plain line a step.
final class StepsInWords {
  /// Nobody sees a smaller change of a pen's width.
  private static final double SAME_WIDTH = 0.5;

  private StepsInWords() {}

  static List<Sentence> of(Steps steps) {
    return steps.preprocessing().equals(new Resize().name()) ? shrunk(steps) : found(steps);
  }

  private static List<Sentence> shrunk(Steps steps) {
    return List.of(
        Sentence.of("steps.whole", steps.width(), steps.height()),
        Sentence.of("steps.dark-is-ink"),
        Sentence.of("steps.shrunk"));
  }

  private static List<Sentence> found(Steps steps) {
    var lines = new ArrayList<Sentence>();
    lines.add(Sentence.of("steps.crop", steps.crop().width(), steps.crop().height()));
    lines.add(Sentence.of(steps.inkIsDarker() ? "steps.darker" : "steps.lighter"));
    for (Steps.Removal removal : steps.removed()) {
      lines.add(Sentence.of("steps.removed." + removal.name().toLowerCase(Locale.ROOT)));
    }
    steps.pen().map(StepsInWords::pen).ifPresent(lines::add);
    lines.add(Sentence.of("steps.framed"));
    return lines;
  }

  private static Sentence pen(Steps.Pen pen) {
    return Math.abs(pen.redrawn() - pen.found()) < SAME_WIDTH
        ? Sentence.of("steps.pen.kept", pen.found())
        : Sentence.of("steps.pen.redrawn", pen.found(), pen.redrawn());
  }
}
