package dev.inkling.api;

import dev.inkling.model.ink.Point;
import io.helidon.http.Status;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// How the pen went, as the field `strokes` of a form tells it: a list of strokes in the order of
/// drawing, each a list of points [x, y] in the picture's pixels.
final class PenStrokes {
  static final String FIELD = "strokes";

  /// More than a sheet full of digits has, and little enough to be looked through at once.
  private static final int MOST_POINTS = 20_000;

  private static final String HOW =
      "'strokes' is a list of strokes, each a list of points [x, y] in the picture's pixels, such as [[[10, 12.5], [11, 40]]].";

  private PenStrokes() {}

  /// @throws Refusal if it is anything else, or too much
  static List<List<Point>> of(byte[] field) {
    var strokes = new ArrayList<List<Point>>();
    int points = 0;
    for (JsonNode node : list(Json.list(field))) {
      var stroke = new ArrayList<Point>();
      for (JsonNode point : list(node)) {
        stroke.add(point(point));
        if (++points > MOST_POINTS) {
          throw new Refusal(
              Status.REQUEST_ENTITY_TOO_LARGE_413,
              "That is too much at once: send at most %d points of strokes."
                  .formatted(MOST_POINTS));
        }
      }
      if (!stroke.isEmpty()) {
        strokes.add(stroke);
      }
    }
    return strokes;
  }

  private static JsonNode list(JsonNode node) {
    if (!node.isArray()) {
      throw refusal();
    }
    return node;
  }

  private static Point point(JsonNode node) {
    if (node.size() != 2 || !node.path(0).isNumber() || !node.path(1).isNumber()) {
      throw refusal();
    }
    return new Point(node.get(0).doubleValue(), node.get(1).doubleValue());
  }

  private static Refusal refusal() {
    return new Refusal(Status.BAD_REQUEST_400, HOW);
  }
}
