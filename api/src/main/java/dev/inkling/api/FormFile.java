package dev.inkling.api;

import io.helidon.http.HttpMediaType;
import io.helidon.http.Status;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.fileupload2.core.MultipartInput;
import org.apache.commons.fileupload2.core.ParameterParser;

/// One field of a multipart/form-data body that lies in memory (RFC 7578). Names that clients give
/// their files are never looked at.
final class FormFile {
  /// More fields beside the pictures than any form has.
  private static final int MOST_OTHERS = 32;

  private FormFile() {}

  /// The bytes of the first part of that name.
  ///
  /// @throws Refusal saying what the form lacks
  static byte[] named(String name, byte[] body, HttpMediaType type) {
    return read(name, 1, body, type).required(name).getFirst();
  }

  /// The bytes of every part of that name, in order.
  ///
  /// @throws Refusal if there is none, or more than `most`
  static List<byte[]> allNamed(String name, int most, byte[] body, HttpMediaType type) {
    List<byte[]> found = read(name, most + 1, body, type).required(name);
    if (found.size() > most) {
      throw new Refusal(
          Status.REQUEST_ENTITY_TOO_LARGE_413,
          "The form has too many fields '%s': send at most %d at once.".formatted(name, most));
    }
    return found;
  }

  /// The bytes of the first part of that name, if there is one.
  ///
  /// @throws Refusal if it is no form
  static Optional<byte[]> ifNamed(String name, byte[] body, HttpMediaType type) {
    return read(name, 1, body, type).contents.stream().findFirst();
  }

  /// Parts of one name.
  ///
  /// @param others the names of the parts before the last of them
  private record Found(List<byte[]> contents, Set<String> others) {
    List<byte[]> required(String name) {
      if (!contents.isEmpty()) {
        return contents;
      }
      throw bad(
          others.isEmpty()
              ? "The form is empty: send the picture in its field '%s'.".formatted(name)
              : "The form has no field '%s' (it has %s): send the picture in that field."
                  .formatted(name, String.join(", ", others)),
          null);
    }
  }

  private static Found read(String name, int enough, byte[] body, HttpMediaType type) {
    String boundary = type.parameters().get("boundary");
    if (boundary == null || boundary.isBlank()) {
      throw bad("The Content-Type lacks the form's boundary: let your HTTP library set it.", null);
    }
    try {
      return find(name, enough, body, boundary);
    } catch (IOException | RuntimeException malformed) {
      if (malformed instanceof Refusal refusal) {
        throw refusal;
      }
      throw bad(
          "The multipart form is malformed or cut short: let your HTTP library build it.",
          malformed);
    }
  }

  /// Stops at the first `enough` of that name.
  private static Found find(String name, int enough, byte[] body, String boundary)
      throws IOException {
    MultipartInput parts =
        MultipartInput.builder()
            .setInputStream(new ByteArrayInputStream(body))
            .setBoundary(boundary.getBytes(StandardCharsets.ISO_8859_1))
            .get();
    var found = new ArrayList<byte[]>();
    var seen = new LinkedHashSet<String>();
    int others = 0;
    boolean more = parts.skipPreamble();
    while (more && found.size() < enough) {
      Optional<String> field = fieldName(parts.readHeaders());
      if (field.equals(Optional.of(name))) {
        var content = new ByteArrayOutputStream();
        parts.readBodyData(content);
        found.add(content.toByteArray());
      } else {
        if (++others > MOST_OTHERS) {
          throw bad(
              "The form has too many fields: send the picture in its field '%s'.".formatted(name),
              null);
        }
        field.ifPresent(seen::add);
        parts.discardBodyData();
      }
      more = found.size() < enough && parts.readBoundary();
    }
    return new Found(found, seen);
  }

  private static Optional<String> fieldName(String headers) {
    var parser = new ParameterParser();
    parser.setLowerCaseNames(true);
    return headers
        .lines()
        .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("content-disposition:"))
        .findFirst()
        .map(line -> parser.parse(line.substring(line.indexOf(':') + 1), ';'))
        .map((Map<String, String> parameters) -> parameters.get("name"));
  }

  private static Refusal bad(String detail, @org.jspecify.annotations.Nullable Throwable cause) {
    return cause == null
        ? new Refusal(Status.BAD_REQUEST_400, detail)
        : new Refusal(Status.BAD_REQUEST_400, detail, cause);
  }
}
