package dev.inkling.app.server;

import java.net.URI;
import java.util.List;

/// The switches of the window's own server. All but [#reach()] take their time: off the screen's
/// thread.
public interface ServerControl {
  /// Where it listens, or where it would; known at once.
  Reach reach();

  /// The port nearest to that one, upwards, that the server can have; that one itself if it can.
  ///
  /// @throws IllegalArgumentException with a sentence, if it can't be reached so at all
  int freePort(Reach wanted);

  /// Starts it there; one that runs is stopped first.
  ///
  /// @throws dev.inkling.api.ServerNotStarted if it can't listen there
  ServerReady start(Reach where);

  /// Stops it; nothing if it does not run.
  void stop();

  /// Its addresses as other machines reach it, the likeliest first; none if they don't.
  List<URI> addresses();
}
