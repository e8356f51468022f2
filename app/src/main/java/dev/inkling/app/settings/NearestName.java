package dev.inkling.app.settings;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/// The known name that somebody meant who wrote another.
final class NearestName {
  private NearestName() {}

  /// The nearest of them, if it takes no more than so many keystrokes to correct.
  static Optional<String> to(String written, Collection<String> known, int most) {
    return known.stream()
        .filter(name -> distance(written, name) <= most)
        .min(Comparator.comparingInt(name -> distance(written, name)));
  }

  /// Letters to insert, remove, replace, or swap with the next (Damerau and Levenshtein).
  static int distance(String from, String to) {
    var rows = new int[from.length() + 1][to.length() + 1];
    for (int i = 0; i <= from.length(); i++) {
      for (int j = 0; j <= to.length(); j++) {
        if (i == 0 || j == 0) {
          rows[i][j] = i + j;
          continue;
        }
        boolean same = from.charAt(i - 1) == to.charAt(j - 1);
        int least = Math.min(rows[i - 1][j], rows[i][j - 1]) + 1;
        least = Math.min(least, rows[i - 1][j - 1] + (same ? 0 : 1));
        if (i > 1
            && j > 1
            && from.charAt(i - 1) == to.charAt(j - 2)
            && from.charAt(i - 2) == to.charAt(j - 1)) {
          least = Math.min(least, rows[i - 2][j - 2] + 1);
        }
        rows[i][j] = least;
      }
    }
    return rows[from.length()][to.length()];
  }
}
