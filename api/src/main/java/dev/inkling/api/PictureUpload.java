package dev.inkling.api;

import io.helidon.http.HttpMediaType;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/// The picture in a request: its whole body, or the field `file` of a form.
final class PictureUpload {
  /// A drawing takes some kilobytes, a photo some megabytes.
  static final int MOST_BYTES = 10 << 20;

  /// How much of a body that is too large is read and thrown away. A server that hangs up while
  /// the client is still sending is seen as a broken connection, and its answer as nothing.
  static final int MOST_DISCARDED = 64 << 20;

  static final String TOO_LARGE =
      "The upload is too large: send at most %d MB.".formatted(MOST_BYTES >> 20);

  private static final String HOW =
      "send the picture as field 'file' of a multipart/form-data form, or as the body itself with"
          + " Content-Type image/png, image/jpeg or image/bmp.";

  private PictureUpload() {}

  /// @throws Refusal if there is no picture to be had from the request
  static byte[] of(ServerRequest request) {
    // The body is read first in any case: what is refused unread breaks the connection.
    byte[] body = read(request);
    Optional<HttpMediaType> type = contentType(request);
    if (type.isEmpty() || isPicture(type.get())) {
      return body;
    }
    if (type.get().mediaType().text().equals("multipart/form-data")) {
      return FormFile.named("file", body, type.get());
    }
    throw new Refusal(
        Status.UNSUPPORTED_MEDIA_TYPE_415,
        "Content-Type %s is not taken here: %s".formatted(type.get().mediaType().text(), HOW));
  }

  private static Optional<HttpMediaType> contentType(ServerRequest request) {
    try {
      return request.headers().contentType();
    } catch (IllegalArgumentException malformed) {
      throw new Refusal(Status.BAD_REQUEST_400, "The Content-Type is malformed: " + HOW, malformed);
    }
  }

  private static boolean isPicture(HttpMediaType type) {
    return type.mediaType().type().equals("image")
        || type.mediaType().text().equals("application/octet-stream");
  }

  private static byte[] read(ServerRequest request) {
    if (!request.content().hasEntity()) {
      return new byte[0];
    }
    try (InputStream stream = request.content().inputStream()) {
      byte[] body = stream.readNBytes(MOST_BYTES);
      if (stream.read() >= 0) {
        stream.skip(MOST_DISCARDED);
        throw new Refusal(Status.REQUEST_ENTITY_TOO_LARGE_413, TOO_LARGE);
      }
      return body;
    } catch (IOException broken) {
      throw new Refusal(
          Status.BAD_REQUEST_400, "The body ends before its announced length.", broken);
    }
  }
}
