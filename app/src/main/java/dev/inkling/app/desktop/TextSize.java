package dev.inkling.app.desktop;

/// How large the window's text is, and with it whatever is measured by its text.
public enum TextSize {
  NORMAL(1),
  LARGE(1.25),
  LARGEST(1.5);

  private final double times;

  TextSize(double times) {
    this.times = times;
  }

  /// Compared with the normal size.
  public double times() {
    return times;
  }

  /// The next larger one; the largest is followed by itself.
  TextSize larger() {
    return switch (this) {
      case NORMAL -> LARGE;
      case LARGE, LARGEST -> LARGEST;
    };
  }

  /// The next smaller one; the smallest is followed by itself.
  TextSize smaller() {
    return switch (this) {
      case NORMAL, LARGE -> NORMAL;
      case LARGEST -> LARGE;
    };
  }
}
