package dev.inkling.app.predict;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.inkling.model.ink.Glyph;
import dev.inkling.model.ink.GlyphPng;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A server that speaks as Inkling's does, and answers each picture with figures that only that
/// picture has. It can be told to answer something else, to go away and to come back.
public final class FakeEndpoint implements AutoCloseable {
  private final AtomicInteger requests = new AtomicInteger();
  private HttpServer server;
  private volatile String contentType = "";
  private volatile String query = "";
  private volatile Optional<String> always = Optional.empty();
  private volatile int status = 200;

  public FakeEndpoint() {
    server = listen(0);
  }

  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /// How many pictures have come.
  public int requests() {
    return requests.get();
  }

  /// The content type of the last picture.
  public String contentType() {
    return contentType;
  }

  /// What was asked for beside the picture, such as `explain=true`.
  public String query() {
    return query;
  }

  /// From now on everyone gets this.
  public void answerAlways(int status, String body) {
    this.status = status;
    always = Optional.of(body);
  }

  /// As if its program had ended.
  public void goAway() {
    server.stop(0);
  }

  /// Listens again where it did before.
  public void comeBack() {
    server = listen(server.getAddress().getPort());
  }

  /// What this server says of that picture.
  public static String answerTo(byte[] picture) {
    int hash = Arrays.hashCode(picture) & 0xFFFF;
    int digit = hash % 10;
    double confidence = 0.9 + hash / 1e6;
    String probabilities =
        IntStream.range(0, 10)
            .mapToObj(i -> String.valueOf(i == digit ? confidence : (1 - confidence) / 9))
            .collect(Collectors.joining(","));
    return String.format(
        Locale.ROOT,
        """
        {"digit":%d,"confidence_score":%s,"probabilities":[%s],"verdict":"digit",
         "model":{"name":"seed","version":1},
         "timings_ms":{"decode":1.5,"preprocess":0.5,"infer":0.1,"total":2.1},"seen":"%s"}
        """,
        digit,
        confidence,
        probabilities,
        Base64.getEncoder().encodeToString(GlyphPng.of(seenIn(picture))));
  }

  /// What this server's network sees in that picture: ink in one place that only that picture has.
  public static Glyph seenIn(byte[] picture) {
    var ink = new float[Glyph.PIXELS];
    ink[(Arrays.hashCode(picture) & 0xFFFF) % Glyph.PIXELS] = 1;
    return new Glyph(ink);
  }

  @Override
  public void close() {
    goAway();
  }

  private HttpServer listen(int port) {
    try {
      var listening =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
      listening.createContext("/predict", this::answer);
      listening.start();
      return listening;
    } catch (IOException taken) {
      throw new UncheckedIOException(taken);
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    byte[] picture = exchange.getRequestBody().readAllBytes();
    contentType = exchange.getRequestHeaders().getFirst("Content-Type");
    query = String.valueOf(exchange.getRequestURI().getQuery());
    requests.incrementAndGet();
    byte[] body = always.orElseGet(() -> answerTo(picture)).getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }
}
