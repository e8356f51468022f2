package dev.inkling.model.ink;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// The connected pieces of ink in a raster: pixels above a threshold that touch by a side or a
/// corner (A. Rosenfeld and J. Pfaltz, "Sequential Operations in Digital Picture Processing",
/// 1966; here whole [Runs] of pixels at a time).
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
    blobs.collect(Runs.above(ink, threshold));
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
    Box around =
        kept.stream().map(Blob::box).reduce(Box::around).orElse(Box.EMPTY).grown(1, Box.whole(ink));
    for (int y = around.top(); y < around.bottom(); y++) {
      for (int x = around.left(); x < around.right(); x++) {
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

  /// Pieces are numbered by their first pixels.
  private void collect(Runs runs) {
    var labelOf = new int[runs.count()];
    var boxes = new ArrayList<Box>();
    var masses = new double[runs.count()];
    for (int run = 0; run < runs.count(); run++) {
      int first = runs.firstOfPiece(run);
      Box box = runs.box(run);
      if (first == run) {
        boxes.add(box);
        labelOf[run] = boxes.size();
      } else {
        labelOf[run] = labelOf[first];
        boxes.set(labelOf[run] - 1, boxes.get(labelOf[run] - 1).around(box));
      }
      int row = box.top() * ink.width();
      for (int i = row + box.left(); i < row + box.right(); i++) {
        labels[i] = labelOf[run];
        masses[labelOf[run] - 1] += ink.values()[i];
      }
    }
    for (int i = 0; i < boxes.size(); i++) {
      found.add(new Blob(i + 1, boxes.get(i), masses[i]));
    }
  }
}
