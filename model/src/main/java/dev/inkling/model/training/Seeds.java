package dev.inkling.model.training;

/// Seeds made from seeds.
final class Seeds {
  private Seeds() {}

  /// A seed for each pair of numbers, near ones far apart: the finalizer of S. Vigna's SplitMix64.
  static long mixed(long seed, long number) {
    long z = seed + (number + 1) * 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
