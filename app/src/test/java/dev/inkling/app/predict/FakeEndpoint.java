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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A server that speaks as Inkling's does, and answers each picture with figures that only that
/// picture has. It can be told to answer something else, to go away and to come back.
public final class FakeEndpoint implements AutoCloseable {
  private static final Pattern MODEL = Pattern.compile("model=(\\w+)");
  private static final Pattern DIGIT = Pattern.compile("explain_digit=(\\d)");
  private static final JsonMapper JSON = new JsonMapper();

  private final AtomicInteger requests = new AtomicInteger();
  private HttpServer server;
  private volatile String contentType = "";
  private volatile String query = "";
  private volatile Optional<String> always = Optional.empty();
  private volatile int status = 200;
  private volatile List<String> models = List.of("robust", "seed");

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

  /// From now on these are there, the first the default.
  public void models(String... names) {
    models = List.of(names);
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
         "timings_ms":{"decode":1.5,"preprocess":0.5,"infer":0.1,"total":2.1},"seen":"%s",
         "preprocessing":{"name":"normalize","picture":{"width":560,"height":560},
          "crop":{"left":140,"top":112,"width":280,"height":364},"ink":"darker",
          "removed":["specks"],"pen":{"found":28.0,"redrawn":50.0},
          "placement":{"scale_x":0.05,"scale_y":0.05,"dx":0.0,"dy":0.0}}}
        """,
        digit,
        confidence,
        probabilities,
        Base64.getEncoder().encodeToString(GlyphPng.of(seenIn(picture))));
  }

  /// What a model says that is asked by its name: `seed` shrinks the whole picture and reads one
  /// more than the others.
  private static String answerTo(byte[] picture, String model) {
    var answer = (ObjectNode) JSON.readTree(answerTo(picture));
    ((ObjectNode) answer.get("model")).put("name", model);
    if (model.equals("seed")) {
      answer.put("digit", (answer.get("digit").asInt() + 1) % 10);
      ((ObjectNode) answer.get("preprocessing")).put("name", "resize");
    }
    return answer.toString();
  }

  /// One bit of ink speaks for it and one against it.
  private static String withEvidence(String answer, int digit) {
    var explained = (ObjectNode) JSON.readTree(answer);
    var ink = new float[Glyph.SIDE][Glyph.SIDE];
    ink[10][10] = 1;
    ink[17][17] = -1;
    explained.putPOJO("evidence", Map.of("digit", digit, "ink", ink));
    return JSON.writeValueAsString(explained);
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
      listening.createContext("/models", this::tellModels);
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
    Optional<String> model = asked(MODEL, query);
    if (model.isPresent() && !models.contains(model.get())) {
      send(exchange, 404, "{\"detail\":\"There is no model '%s' here.\"}".formatted(model.get()));
      return;
    }
    String plain = model.map(name -> answerTo(picture, name)).orElseGet(() -> answerTo(picture));
    String answer =
        asked(DIGIT, query)
            .map(digit -> withEvidence(plain, Integer.parseInt(digit)))
            .orElse(plain);
    send(exchange, status, always.orElse(answer));
  }

  private void tellModels(HttpExchange exchange) throws IOException {
    String cards =
        models.stream().map("{\"name\":\"%s\"}"::formatted).collect(Collectors.joining(","));
    send(exchange, 200, "{\"models\":[%s]}".formatted(cards));
  }

  private static Optional<String> asked(Pattern parameter, String query) {
    return parameter.matcher(query).results().map(found -> found.group(1)).findFirst();
  }

  private static void send(HttpExchange exchange, int status, String json) throws IOException {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }
}
