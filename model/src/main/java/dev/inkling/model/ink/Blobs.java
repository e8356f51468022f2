package dev.inkling.model.ink;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// The connected pieces of ink in a raster: pixels above a threshold that touch by a side or a
/// corner (A. Rosenfeld and J. Pfaltz, "Sequential Operations in Digital Picture Processing",
/// 1966, though grown piece by piece: ink is sparse).
final class Blobs {
  private final Raster ink;
  private final int[] labels;
  private final List<Blob> found = new ArrayList<>();

  /// One piece.
  ///
  /// @param label its pixels' in the label raster, 1 or more
  /// @param box around it
  /// @param mass the sum of its ink
  record Blob(int label, Box box, double mass) {}

  private Blobs(Raster ink) {
    this.ink = ink;
    this.labels = new int[ink.values().length];
  }

  static Blobs in(Raster ink, float threshold) {
    var blobs = new Blobs(ink);
    var pending = new int[ink.values().length];
    for (int i = 0; i < blobs.labels.length; i++) {
      if (blobs.labels[i] == 0 && ink.values()[i] > threshold) {
        blobs.grow(i, threshold, pending);
      }
    }
    return blobs;
  }

  List<Blob> all() {
    return Collections.unmodifiableList(found);
  }

  /// The ink of these pieces and of the pixels beside them, which are their soft edges.
  Raster only(List<Blob> kept) {
    var isKept = new boolean[found.size() + 1];
    kept.forEach(blob -> isKept[blob.label] = true);
    var values = new float[ink.values().length];
    for (int y = 0; y < ink.height(); y++) {
      for (int x = 0; x < ink.width(); x++) {
        int at = y * ink.width() + x;
        boolean inked = ink.values()[at] > 0;
        if (inked && (labels[at] == 0 ? isBeside(x, y, isKept) : isKept[labels[at]])) {
          values[at] = ink.values()[at];
        }
      }
    }
    return new Raster(ink.width(), ink.height(), values);
  }

  /// The share of a piece's pixels that lie within `margin` of its box's sides.
  double alongItsBox(Blob blob, int margin) {
    Box box = blob.box;
    int all = 0;
    int outer = 0;
    for (int y = box.top(); y < box.bottom(); y++) {
      for (int x = box.left(); x < box.right(); x++) {
        if (labels[y * ink.width() + x] == blob.label) {
          all++;
          int inward =
              Math.min(
                  Math.min(x - box.left(), box.right() - 1 - x),
                  Math.min(y - box.top(), box.bottom() - 1 - y));
          outer += inward < margin ? 1 : 0;
        }
      }
    }
    return (double) outer / all;
  }

  private boolean isBeside(int x, int y, boolean[] isKept) {
    for (int v = Math.max(y - 1, 0); v <= Math.min(y + 1, ink.height() - 1); v++) {
      for (int u = Math.max(x - 1, 0); u <= Math.min(x + 1, ink.width() - 1); u++) {
        if (isKept[labels[v * ink.width() + u]]) {
          return true;
        }
      }
    }
    return false;
  }

  private void grow(int seed, float threshold, int[] pending) {
    int label = found.size() + 1;
    int width = ink.width();
    int count = 0;
    pending[count++] = seed;
    labels[seed] = label;
    int left = width;
    int right = 0;
    int top = ink.height();
    int bottom = 0;
    double mass = 0;
    while (count > 0) {
      int at = pending[--count];
      int x = at % width;
      int y = at / width;
      left = Math.min(left, x);
      right = Math.max(right, x + 1);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y + 1);
      mass += ink.values()[at];
      for (int v = Math.max(y - 1, 0); v <= Math.min(y + 1, ink.height() - 1); v++) {
        for (int u = Math.max(x - 1, 0); u <= Math.min(x + 1, width - 1); u++) {
          int next = v * width + u;
          if (labels[next] == 0 && ink.values()[next] > threshold) {
            labels[next] = label;
            pending[count++] = next;
          }
        }
      }
    }
    found.add(new Blob(label, new Box(left, top, right, bottom), mass));
  }
}
