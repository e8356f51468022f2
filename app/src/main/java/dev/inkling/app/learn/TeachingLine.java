package dev.inkling.app.learn;

import dev.inkling.model.evaluation.Accuracy;
import dev.inkling.model.serving.ModelId;
import dev.inkling.model.training.Lesson;
import dev.inkling.model.training.Lesson.Comparison;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What the process that learns tells the window, a line of JSON each.
public sealed interface TeachingLine {

  /// How far it is.
  ///
  /// @param part that is done, 0 to 1
  /// @param loss mean of this epoch so far
  /// @param accuracy share of this epoch's digits read right so far, 0 to 1
  record Step(double part, double loss, double accuracy) implements TeachingLine {}

  /// It has learned, and that is what came of it.
  ///
  /// @param model the new version
  /// @param heldOut whether the first comparison is of drawings held out
  /// @param forgot whether it reads other people's digits worse than before
  /// @param damaged how many drawings could not be read any more, and were left out
  record Taught(
      ModelId model, boolean heldOut, List<Comparison> comparisons, boolean forgot, int damaged)
      implements TeachingLine {
    public Taught {
      comparisons = List.copyOf(comparisons);
    }

    /// Of that lesson, which was given with those drawings.
    public static Taught of(Lesson lesson, Drawings drawings) {
      return new Taught(
          lesson.card().id(),
          lesson.drawings().isPresent(),
          Stream.concat(lesson.drawings().stream(), lesson.general().stream()).toList(),
          lesson.forgot(),
          drawings.damaged());
    }
  }

  /// The line of a step.
  static String of(Step step) {
    return line()
        .put("part", step.part)
        .put("loss", step.loss)
        .put("accuracy", step.accuracy)
        .toString();
  }

  /// The last line.
  static String of(Taught taught) {
    ObjectNode json =
        line()
            .put("name", taught.model.name())
            .put("version", taught.model.version())
            .put("heldOut", taught.heldOut)
            .put("forgot", taught.forgot)
            .put("damaged", taught.damaged);
    var comparisons = json.putArray("comparisons");
    taught.comparisons.forEach(
        comparison ->
            comparisons
                .addObject()
                .put("on", comparison.on())
                .put("before", comparison.before().right())
                .put("after", comparison.after().right())
                .put("of", comparison.after().total()));
    return json.toString();
  }

  private static ObjectNode line() {
    return JsonMapper.shared().createObjectNode();
  }

  /// What a line says; empty if it is none of these, such as a library's greeting.
  static Optional<TeachingLine> read(String line) {
    try {
      JsonNode json = JsonMapper.shared().readTree(line);
      return Optional.of(json.has("part") ? step(json) : taught(json));
    } catch (JacksonException | IllegalArgumentException noneOfOurs) {
      return Optional.empty();
    }
  }

  private static Step step(JsonNode json) {
    return new Step(
        json.required("part").doubleValue(),
        json.required("loss").doubleValue(),
        json.required("accuracy").doubleValue());
  }

  private static Taught taught(JsonNode json) {
    return new Taught(
        new ModelId(json.required("name").stringValue(), json.required("version").intValue()),
        json.required("heldOut").booleanValue(),
        json.required("comparisons").valueStream().map(TeachingLine::comparison).toList(),
        json.required("forgot").booleanValue(),
        json.required("damaged").intValue());
  }

  private static Comparison comparison(JsonNode json) {
    int of = json.required("of").intValue();
    return new Comparison(
        json.required("on").stringValue(),
        new Accuracy(json.required("before").intValue(), of),
        new Accuracy(json.required("after").intValue(), of));
  }
}
