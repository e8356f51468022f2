package dev.inkling.app.predict;

import java.util.Arrays;
import java.util.Optional;

/// What the server makes of a picture, by the names that its JSON uses.
public enum Verdict {
  DIGIT("digit"),
  UNSURE("unsure"),
  NOT_A_DIGIT("not_a_digit");

  private final String name;

  Verdict(String name) {
    this.name = name;
  }

  static Optional<Verdict> named(String name) {
    return Arrays.stream(values()).filter(verdict -> verdict.name.equals(name)).findFirst();
  }
}
