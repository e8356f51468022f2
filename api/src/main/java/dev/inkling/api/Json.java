package dev.inkling.api;

import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerResponse;
import java.io.DataInput;
import java.io.DataInputStream;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// How answers are written, and requests read. Helidon's own JSON writes numbers as strings in this
/// version (its issue 11449).
final class Json {
  /// The most that a request can hold: a full batch of glyphs, each number in a list of its own,
  /// and some. As a tree that is 30 MB; ten megabytes of zeros would be six times as much.
  private static final long MOST_TOKENS = (long) GlyphBatch.MOST_GLYPHS * 2500 + 1000;

  private static final String NO_OBJECT = "The body is not one JSON object: send exactly one.";

  private static final int DEEPEST = 16;
  static final int LONGEST_NUMBER = 100;

  private static final JsonMapper MAPPER =
      new JsonMapper(
          JsonFactory.builder()
              .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
              .streamReadConstraints(
                  StreamReadConstraints.builder()
                      .maxNestingDepth(DEEPEST)
                      .maxNumberLength(LONGEST_NUMBER)
                      .maxStringLength(Limits.MOST_UPLOAD_BYTES)
                      .maxTokenCount(MOST_TOKENS)
                      .build())
              .build());

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

  /// The one list in a field of a form.
  ///
  /// @throws Refusal if there is anything else, or too much
  static JsonNode list(byte[] field) {
    return read(
        field,
        field.length,
        parser -> {
          JsonNode tree = MAPPER.readTree(parser);
          if (tree == null || !tree.isArray() || parser.nextToken() != null) {
            throw new Refusal(
                Status.BAD_REQUEST_400, "The field is not one JSON list: send exactly one.");
          }
          return tree;
        });
  }

  /// Makes something of an object, token by token.
  ///
  /// @param <T> what it makes
  @FunctionalInterface
  interface ObjectReader<T> {
    /// Reads it.
    ///
    /// @param parser at the object's first token, to be left at the last
    /// @param tensors reads the tensor whose first token the parser is at, to its last, and is told
    ///     where it stands in the request
    T read(JsonParser parser, Function<String, Tensor> tensors);
  }

  /// What a reader makes of the one object in a body, without the tree that takes 30 MB for a full
  /// batch.
  ///
  /// @param length of the object, which may be less than all of the body
  /// @param reader is asked a second time where the first way of reading wasn't sure
  /// @throws Refusal if there is anything else, or too much
  static <T> T object(byte[] body, int length, ObjectReader<T> reader) {
    try {
      return scanned(new TensorScanner(body, length), reader);
    } catch (TensorScanner.Unsure | JacksonException notInOrder) {
      return read(
          body,
          length,
          parser -> object(parser, reader, where -> new TensorReader(parser, where).read()));
    }
  }

  private static <T> T scanned(TensorScanner text, ObjectReader<T> reader) {
    try (JsonParser parser = MAPPER.createParser((DataInput) new DataInputStream(text))) {
      return object(
          parser,
          reader,
          where -> {
            if (parser.currentToken() != JsonToken.START_ARRAY) {
              throw new TensorScanner.Unsure();
            }
            Tensor tensor = text.list(where);
            parser.nextToken();
            return tensor;
          });
    }
  }

  private static <T> T object(
      JsonParser parser, ObjectReader<T> reader, Function<String, Tensor> tensors) {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw new Refusal(Status.BAD_REQUEST_400, NO_OBJECT);
    }
    T read = reader.read(parser, tensors);
    if (parser.nextToken() != null) {
      throw new Refusal(Status.BAD_REQUEST_400, NO_OBJECT);
    }
    return read;
  }

  private static <T> T read(byte[] body, int length, Function<JsonParser, T> reader) {
    try (JsonParser parser = MAPPER.createParser(body, 0, length)) {
      try {
        return reader.apply(parser);
      } catch (JacksonException malformed) {
        throw parser.currentTokenCount() >= MOST_TOKENS
            ? GlyphBatch.tooMany(malformed)
            : malformed(parser.currentLocation(), malformed);
      }
    } catch (JacksonIOException undecodable) {
      // Of bytes in memory it can only say that they are in none of JSON's encodings.
      throw new Refusal(
          Status.BAD_REQUEST_400, "The body is no JSON in UTF-8: send it in that.", undecodable);
    }
  }

  private static Refusal malformed(TokenStreamLocation where, JacksonException malformed) {
    return new Refusal(
        Status.BAD_REQUEST_400,
        ("The body is no JSON that is read here (see line %d, column %d): send one object of plain"
                + " numbers, strings and lists, without NaN or Infinity.")
            .formatted(where.getLineNr(), where.getColumnNr()),
        malformed);
  }
}
