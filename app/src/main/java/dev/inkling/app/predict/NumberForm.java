package dev.inkling.app.predict;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.inkling.model.ink.Point;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/// A picture and how its pen went, as a form of two fields (RFC 7578).
///
/// @param bytes of the form; not copied
record NumberForm(byte[] bytes) {
  private static final String BOUNDARY = "inkling-" + UUID.randomUUID();

  static final String CONTENT_TYPE = "multipart/form-data; boundary=" + BOUNDARY;

  private static final JsonMapper JSON = new JsonMapper();

  /// @param strokes if there are any
  static NumberForm of(byte[] png, List<List<Point>> strokes) {
    var form = new ByteArrayOutputStream();
    add("name=\"file\"; filename=\"drawing.png\"", "image/png", png, form);
    if (!strokes.isEmpty()) {
      double[][][] numbers =
          strokes.stream()
              .map(
                  stroke ->
                      stroke.stream()
                          .map(point -> new double[] {point.x(), point.y()})
                          .toArray(double[][]::new))
              .toArray(double[][][]::new);
      add("name=\"strokes\"", "application/json", JSON.writeValueAsBytes(numbers), form);
    }
    form.writeBytes("--%s--\r\n".formatted(BOUNDARY).getBytes(UTF_8));
    return new NumberForm(form.toByteArray());
  }

  private static void add(String name, String type, byte[] content, ByteArrayOutputStream form) {
    form.writeBytes(
        "--%s\r\nContent-Disposition: form-data; %s\r\nContent-Type: %s\r\n\r\n"
            .formatted(BOUNDARY, name, type)
            .getBytes(UTF_8));
    form.writeBytes(content);
    form.writeBytes("\r\n".getBytes(UTF_8));
  }
}
