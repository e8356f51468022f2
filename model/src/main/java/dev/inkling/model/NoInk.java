package dev.inkling.model;

/// The picture is one even surface: there is nothing on it to read.
public final class NoInk extends InklingException {
  private static final long serialVersionUID = 1L;

  public NoInk() {
    super("There is no ink in this picture: draw or scan one digit on it and send it again.");
  }
}
