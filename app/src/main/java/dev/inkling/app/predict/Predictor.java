package dev.inkling.app.predict;

import dev.inkling.model.ink.Point;
import dev.inkling.model.serving.WrittenNumber;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/// Reads a picture of a digit. The window knows no other way to an answer than asking a server.
@FunctionalInterface
public interface Predictor {

  /// Asks the server at that address and waits for its answer.
  ///
  /// @param png the picture as a PNG file
  Answer predict(URI server, byte[] png, Question question)
      throws PredictionFailed, InterruptedException;

  /// Asks which digit it is, and nothing more.
  default Answer predict(URI server, byte[] png) throws PredictionFailed, InterruptedException {
    return predict(server, png, Question.PLAIN);
  }

  /// Asks what number the digits on the picture are; nothing from who reads one digit only.
  ///
  /// @param png the picture as a PNG file
  /// @param strokes where the pen went, each time that it touched the paper, in the picture's
  ///     pixels; empty where that is not all that there is to see
  default Optional<WrittenNumber> number(URI server, byte[] png, List<List<Point>> strokes)
      throws PredictionFailed, InterruptedException {
    return Optional.empty();
  }

  /// The names of the models among which a question can choose, the server's own choice first;
  /// none where there is nothing to choose.
  default List<String> models(URI server) throws PredictionFailed, InterruptedException {
    return List.of();
  }
}
