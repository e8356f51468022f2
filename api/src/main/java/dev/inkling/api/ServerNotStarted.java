package dev.inkling.api;

/// The server could not listen. The message is one sentence for the person who started it.
public sealed class ServerNotStarted extends RuntimeException permits PortTaken {
  private static final long serialVersionUID = 1L;

  ServerNotStarted(String message, Throwable cause) {
    super(message, cause);
  }

  /// The sentence for the person who started the server.
  public String sentence() {
    return String.valueOf(getMessage());
  }
}
