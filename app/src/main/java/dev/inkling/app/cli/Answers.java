package dev.inkling.app.cli;

import dev.inkling.api.PredictionBody;
import dev.inkling.model.serving.Prediction;
import dev.inkling.model.serving.Verdict;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// How `predict` prints what it found, a line a file.
sealed interface Answers {
  void prediction(Path file, Prediction prediction);

  void refusal(Path file, String sentence);

  /// For people: aligned columns.
  static Answers table(PrintWriter out, List<Path> files) {
    int width = files.stream().mapToInt(file -> file.toString().length()).max().orElse(0);
    return new Table(out, "%-" + Math.max(width, 1) + "s  %s%n");
  }

  /// For programs: a JSON object a line.
  static Answers json(PrintWriter out) {
    return new JsonLines(out, new JsonMapper());
  }

  /// Aligned columns.
  ///
  /// @param line format of a file's name and what is said of it
  record Table(PrintWriter out, String line) implements Answers {
    @Override
    public void prediction(Path file, Prediction prediction) {
      String answer =
          String.format(
              Locale.ROOT,
              "%-10s  %-11s  %s  %.1f ms",
              digit(prediction),
              words(prediction),
              prediction.model(),
              prediction.timings().total());
      print(file, answer);
    }

    /// A digit in a column of digits is read as the answer, so there is none where it is none.
    private static String digit(Prediction prediction) {
      return prediction.verdict() == Verdict.NOT_A_DIGIT
          ? "-"
          : String.format(
              Locale.ROOT, "%d  %5.1f %%", prediction.digit(), 100 * prediction.confidence());
    }

    @Override
    public void refusal(Path file, String sentence) {
      print(file, sentence);
    }

    private void print(Path file, String text) {
      out.printf(line, file, text);
      out.flush();
    }
  }

  /// What `POST /predict` answers, with the file's name before it.
  record JsonLines(PrintWriter out, JsonMapper mapper) implements Answers {
    @Override
    public void prediction(Path file, Prediction prediction) {
      ObjectNode line = mapper.createObjectNode().put("file", file.toString());
      print(line.setAll(mapper.<ObjectNode>valueToTree(PredictionBody.of(prediction))));
    }

    @Override
    public void refusal(Path file, String sentence) {
      print(mapper.createObjectNode().put("file", file.toString()).put("error", sentence));
    }

    private void print(JsonNode line) {
      out.println(line);
      out.flush();
    }
  }

  private static String words(Prediction prediction) {
    return prediction.verdict().name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
