package dev.inkling.app.predict;

import java.net.URI;
import java.util.List;

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

  /// The names of the models among which a question can choose, the server's own choice first;
  /// none where there is nothing to choose.
  default List<String> models(URI server) throws PredictionFailed, InterruptedException {
    return List.of();
  }
}
