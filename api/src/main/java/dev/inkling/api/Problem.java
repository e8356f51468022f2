package dev.inkling.api;

import dev.inkling.model.DataUnusable;
import dev.inkling.model.InklingException;
import dev.inkling.model.ModelUnusable;
import dev.inkling.model.NoInk;
import dev.inkling.model.TooManyDigits;
import dev.inkling.model.UnreadablePicture;
import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.LinkedHashMap;
import java.util.Map;

/// Every refusal's one shape: a problem of RFC 9457, with the sentence once more as `error` for
/// clients of TensorFlow Serving and the Open Inference Protocol.
///
/// @param detail one sentence that tells the caller what to do
record Problem(Status status, String detail) {
  static final Header CONTENT_TYPE =
      HeaderValues.create(HeaderNames.CONTENT_TYPE, "application/problem+json");

  static Problem of(Status status, String detail) {
    return new Problem(status, detail);
  }

  /// The table of what the model can refuse.
  static Problem of(InklingException refusal) {
    Status status =
        switch (refusal) {
          case NoInk _, TooManyDigits _ -> Status.UNPROCESSABLE_CONTENT_422;
          case UnreadablePicture picture ->
              switch (picture.reason()) {
                case EMPTY, DAMAGED -> Status.BAD_REQUEST_400;
                case UNKNOWN_FORMAT -> Status.UNSUPPORTED_MEDIA_TYPE_415;
                case TOO_LARGE -> Status.REQUEST_ENTITY_TOO_LARGE_413;
              };
          case ModelUnusable _, DataUnusable _ -> Status.INTERNAL_SERVER_ERROR_500;
        };
    return of(status, refusal.sentence());
  }

  void send(ServerRequest request, ServerResponse response) {
    response.status(status);
    if (request.prologue().method().equals(Method.HEAD)) {
      // Helidon would send the words all the same, and the next answer would begin with them.
      response.send();
    } else {
      response.header(CONTENT_TYPE).send(json(RequestId.of(request)));
    }
  }

  byte[] json(String requestId) {
    return Json.bytes(members(requestId));
  }

  /// What it says, in order.
  Map<String, Object> members(String requestId) {
    var members = new LinkedHashMap<String, Object>();
    // "about:blank" says that the status tells all there is to know of the kind (RFC 9457, 4.2.1).
    members.put("type", "about:blank");
    members.put("title", status.reasonPhrase());
    members.put("status", status.code());
    members.put("detail", detail);
    members.put("error", detail);
    members.put("request_id", requestId);
    return members;
  }
}
