package dev.inkling.model.evaluation;

/// How the digits of a number stand beside each other.
public enum NumberSetting {
  /// One digit and no other, which is to stay one.
  ALONE("one digit"),
  /// A fifth to a half of their height apart.
  SPACED("spaced"),
  /// A hair apart, and under each other's arms.
  CLOSE("close"),
  /// Each runs into the next by up to a third of the pen's width.
  TOUCHING("touching"),
  /// On a line that rises or falls by 4° to 10°.
  SLANTED("slanted baseline"),
  /// The digits of two numbers, one under the other.
  TWO_LINES("two lines");

  private final String label;

  NumberSetting(String label) {
    this.label = label;
  }

  /// What a table calls it.
  public String label() {
    return label;
  }
}
