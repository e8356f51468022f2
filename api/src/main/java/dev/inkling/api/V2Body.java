package dev.inkling.api;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/// What goes to and fro in the Open Inference Protocol: one JSON object, and behind it the values
/// of tensors as they lie in memory, if a header says where they begin (its extension for binary
/// tensors, which Triton's clients use unless they are told otherwise).
///
/// @param json how many of the bytes are JSON
record V2Body(byte[] bytes, int json) {
  private static final HeaderName JSON_LENGTH =
      HeaderNames.create("Inference-Header-Content-Length");

  /// @throws Refusal if the body can't be read, or is shorter than its JSON
  static V2Body of(ServerRequest request) {
    byte[] bytes = PictureUpload.body(request);
    return new V2Body(
        bytes,
        request.headers().first(JSON_LENGTH).map(text -> length(text, bytes)).orElse(bytes.length));
  }

  private static int length(String text, byte[] bytes) {
    try {
      int length = Integer.parseInt(text.strip());
      if (length >= 0 && length <= bytes.length) {
        return length;
      }
    } catch (NumberFormatException refusedBelow) {
      // As a number that is too large.
    }
    throw new Refusal(
        Status.BAD_REQUEST_400,
        "%s says how many bytes of the body are JSON: send a whole number up to the body's length, or leave it out."
            .formatted(JSON_LENGTH.defaultCase()));
  }

  /// What stands behind the JSON.
  ByteBuffer binary() {
    return ByteBuffer.wrap(bytes, json, bytes.length - json).slice().order(ByteOrder.LITTLE_ENDIAN);
  }

  /// Answers with an object, and the tensors that stand behind it.
  static void send(ServerResponse response, Object object, List<byte[]> tensors) {
    if (tensors.isEmpty()) {
      Json.send(response, object);
      return;
    }
    var body = new ByteArrayOutputStream();
    body.writeBytes(Json.bytes(object));
    int json = body.size();
    tensors.forEach(body::writeBytes);
    response
        .header(HeaderNames.CONTENT_TYPE, "application/octet-stream")
        .header(JSON_LENGTH, String.valueOf(json))
        .send(body.toByteArray());
  }
}
