package dev.inkling.app.server;

/// How the window's server is.
public enum ServerPhase {
  STARTING,
  ANSWERING,
  /// By a person: nothing is wrong.
  STOPPED,
  /// It did not start.
  FAILED;

  /// Whether there is something to start.
  public boolean canStart() {
    return this == STOPPED || this == FAILED;
  }
}
