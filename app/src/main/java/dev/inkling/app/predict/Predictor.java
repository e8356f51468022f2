package dev.inkling.app.predict;

import java.net.URI;

/// Reads a picture of a digit. The window knows no other way to an answer than asking a server.
@FunctionalInterface
public interface Predictor {

  /// Asks the server at that address and waits for its answer.
  ///
  /// @param png the picture as a PNG file
  Answer predict(URI server, byte[] png) throws PredictionFailed, InterruptedException;
}
