package dev.inkling.api;

import io.helidon.http.HeaderValues;
import io.helidon.webserver.http.ServerResponse;
import tools.jackson.databind.json.JsonMapper;

/// How answers are written. Helidon's own JSON writes numbers as strings in this version (its
/// issue 11449).
final class Json {
  private static final JsonMapper MAPPER = new JsonMapper();

  private Json() {}

  static byte[] bytes(Object value) {
    return MAPPER.writeValueAsBytes(value);
  }

  static String text(Object value) {
    return MAPPER.writeValueAsString(value);
  }

  static void send(ServerResponse response, Object value) {
    response.header(HeaderValues.CONTENT_TYPE_JSON).send(bytes(value));
  }
}
