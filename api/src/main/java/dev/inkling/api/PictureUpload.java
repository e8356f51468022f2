package dev.inkling.api;

import io.helidon.common.buffers.DataReader.IncorrectNewLineException;
import io.helidon.common.buffers.DataReader.InsufficientDataAvailableException;
import io.helidon.http.BadRequestException;
import io.helidon.http.HttpMediaType;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// The picture in a request: its whole body, or the field `file` of a form.
///
/// @param type of the body, if the request names one
record PictureUpload(byte[] body, Optional<HttpMediaType> type) {
  /// How much of a body that is too large is read and thrown away. A server that hangs up while
  /// the client is still sending is seen as a broken connection, and its answer as nothing.
  static final int MOST_DISCARDED = 64 << 20;

  private static final long UNKNOWN = -1;

  /// How many bytes a client is given for saying that it will send so many or more.
  private static final int TRUSTED = 64 << 10;

  private static final String HOW =
      "send the picture as field 'file' of a multipart/form-data form, or as the body itself with"
          + " Content-Type image/png, image/jpeg or image/bmp.";

  private static final String HOW_MANY =
      "send the pictures as fields 'file' of one multipart/form-data form.";

  private static final String FIELD = "file";

  /// What the request brings, looked at no further.
  ///
  /// @throws Refusal if the body is too large, cut short, or of no type that there is
  static PictureUpload in(ServerRequest request) {
    byte[] body = body(request);
    return new PictureUpload(body, contentType(request));
  }

  /// @throws Refusal if there is no picture to be had from it
  byte[] picture() {
    if (type.isEmpty() || isPicture(type.get())) {
      return body;
    }
    if (isForm()) {
      return FormFile.named(FIELD, body, type.get());
    }
    throw notTaken(type.get().mediaType().text(), HOW);
  }

  /// The pictures in the fields `file` of a form, in order.
  ///
  /// @throws Refusal if it is no form, has no picture, or more than `most`
  List<byte[]> pictures(int most) {
    if (isForm()) {
      return FormFile.allNamed(FIELD, most, body, type.orElseThrow());
    }
    throw notTaken(type.map(sent -> sent.mediaType().text()).orElse("(none)"), HOW_MANY);
  }

  /// Another field of the form, if it is one and has it.
  Optional<byte[]> field(String name) {
    return isForm() ? FormFile.ifNamed(name, body, type.orElseThrow()) : Optional.empty();
  }

  private static Refusal notTaken(String type, String how) {
    return new Refusal(
        Status.UNSUPPORTED_MEDIA_TYPE_415,
        "Content-Type %s is not taken here: %s".formatted(type, how));
  }

  private boolean isForm() {
    return type.filter(sent -> sent.mediaType().text().equals("multipart/form-data")).isPresent();
  }

  private static Optional<HttpMediaType> contentType(ServerRequest request) {
    try {
      return request.headers().contentType();
    } catch (BadRequestException malformed) {
      throw new Refusal(Status.BAD_REQUEST_400, "The Content-Type is malformed: " + HOW, malformed);
    }
  }

  private static boolean isPicture(HttpMediaType type) {
    return type.mediaType().type().equals("image")
        || type.mediaType().text().equals("application/octet-stream");
  }

  /// Into one array, as large as was announced once an eighth of it has come: an announcement alone
  /// costs nothing.
  ///
  /// @param most bytes that are read
  private static byte[] read(InputStream stream, OptionalLong announced, int most)
      throws IOException {
    long length = announced.orElse(UNKNOWN);
    if (length < 0 || length > most) {
      return stream.readNBytes(most);
    }
    var body = new byte[(int) Math.min(length, TRUSTED)];
    int count = stream.readNBytes(body, 0, body.length);
    while (count == body.length && count < length) {
      body = Arrays.copyOf(body, (int) Math.min(length, 8L * count));
      count += stream.readNBytes(body, count, body.length - count);
    }
    return count == body.length ? body : Arrays.copyOf(body, count);
  }

  /// The whole body, whatever it is. To be read before anything is refused: what is refused unread
  /// breaks the connection.
  ///
  /// @throws Refusal if it is too large, cut short, or in malformed chunks
  static byte[] body(ServerRequest request) {
    if (!request.content().hasEntity()) {
      return new byte[0];
    }
    Limits limits = Limits.of(request);
    try (InputStream stream = request.content().inputStream()) {
      byte[] body = read(stream, request.headers().contentLength(), limits.uploadBytes());
      if (stream.read() >= 0) {
        stream.skip(MOST_DISCARDED);
        throw new Refusal(Status.REQUEST_ENTITY_TOO_LARGE_413, limits.tooLarge());
      }
      return body;
    } catch (IOException | UncheckedIOException | InsufficientDataAvailableException broken) {
      // The caller hung up, so this will hardly be read; but it is no failure of the server's.
      throw new Refusal(
          Status.BAD_REQUEST_400, "The body ends before its announced length.", broken);
    } catch (IllegalArgumentException | IncorrectNewLineException unreadable) {
      // What Helidon says of lengths of chunks that are no numbers, or have extensions.
      throw new Refusal(
          Status.BAD_REQUEST_400,
          "The body comes in chunks that can't be read: send it with its Content-Length.",
          unreadable);
    }
  }
}
