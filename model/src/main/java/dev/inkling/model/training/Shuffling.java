package dev.inkling.model.training;

import java.util.random.RandomGenerator;

/// R. Fisher and F. Yates's shuffle, which makes every order as likely as any other.
final class Shuffling {
  private Shuffling() {}

  static void shuffle(int[] order, RandomGenerator random) {
    for (int i = order.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int kept = order[i];
      order[i] = order[j];
      order[j] = kept;
    }
  }
}
