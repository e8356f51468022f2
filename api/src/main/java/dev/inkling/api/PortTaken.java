package dev.inkling.api;

/// Another program listens on the port.
public final class PortTaken extends ServerNotStarted {
  private static final long serialVersionUID = 1L;

  private final int port;

  PortTaken(int port, Throwable cause) {
    super(
        "Port %d is taken by another program: stop that one, or choose another port with --port."
            .formatted(port),
        cause);
    this.port = port;
  }

  public int port() {
    return port;
  }
}
