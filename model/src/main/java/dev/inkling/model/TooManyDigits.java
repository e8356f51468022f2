package dev.inkling.model;

/// There is more on the picture than can be read as a number in one go.
public final class TooManyDigits extends InklingException {
  private static final long serialVersionUID = 1L;

  public TooManyDigits() {
    super("There is too much on this picture to read it as one number: send a part of it.");
  }
}
