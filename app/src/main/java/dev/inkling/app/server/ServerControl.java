package dev.inkling.app.server;

/// The switches of the window's own server. All of them take their time: off the screen's thread.
public interface ServerControl {
  /// Where it listens, or where it would.
  Reach reach();

  /// Starts it there; one that runs is stopped first.
  ///
  /// @throws dev.inkling.api.ServerNotStarted if it can't listen there
  ServerReady start(Reach where);

  /// Stops it; nothing if it does not run.
  void stop();
}
