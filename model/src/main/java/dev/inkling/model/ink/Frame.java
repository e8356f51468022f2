package dev.inkling.model.ink;

/// Cuts off what surrounds the paper: the black line around a form's field, a scanner's edge, the
/// desk beside the sheet. A row belongs to it if nearly all of it is unlike the paper, and if
/// right behind it a row of paper begins: ink that fills a small picture has no such row.
final class Frame {
  private static final float UNLIKE = 0.15f;
  private static final double NEARLY_ALL = 0.95;
  private static final double MOSTLY = 0.8;

  /// A frame is at most this share of the picture's side, on each side.
  private static final double DEEPEST = 0.12;

  /// Rows between frame and paper that an antialiased or blurred edge takes.
  private static final int BLUR = 2;

  private final Raster picture;
  private final float paper;

  private Frame(Raster picture) {
    this.picture = picture;
    this.paper = Levels.of(picture.values()).median();
  }

  /// The part of the picture inside its frame; all of it if it has none.
  static Box inside(Raster picture) {
    var frame = new Frame(picture);
    int width = picture.width();
    int height = picture.height();
    int left = frame.depth(width, i -> frame.unlikePaper(new Box(i, 0, i + 1, height)));
    int top = frame.depth(height, i -> frame.unlikePaper(new Box(0, i, width, i + 1)));
    int right =
        frame.depth(width, i -> frame.unlikePaper(new Box(width - 1 - i, 0, width - i, height)));
    int bottom =
        frame.depth(height, i -> frame.unlikePaper(new Box(0, height - 1 - i, width, height - i)));
    return new Box(left, top, width - right, height - bottom);
  }

  /// The share of a line's pixels that are unlike the paper, by the line's distance from the edge.
  private interface Lines {
    double unlikePaper(int distance);
  }

  private int depth(int side, Lines lines) {
    int limit = (int) (side * DEEPEST);
    int depth = 0;
    while (depth < limit && lines.unlikePaper(depth) >= NEARLY_ALL) {
      depth++;
    }
    if (depth == 0 || depth == limit) {
      return 0;
    }
    for (int blur = 0; blur <= BLUR; blur++) {
      if (lines.unlikePaper(depth + blur) <= 1 - MOSTLY) {
        return depth + Math.min(blur + 1, BLUR);
      }
    }
    return 0;
  }

  private double unlikePaper(Box line) {
    int unlike = 0;
    for (int y = line.top(); y < line.bottom(); y++) {
      for (int x = line.left(); x < line.right(); x++) {
        unlike += Math.abs(picture.at(x, y) - paper) > UNLIKE ? 1 : 0;
      }
    }
    return (double) unlike / (line.width() * line.height());
  }
}
