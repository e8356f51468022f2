package dev.inkling.app.predict;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.inkling.api.BearerToken;
import dev.inkling.model.ink.Point;
import dev.inkling.model.serving.WrittenNumber;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Asks over HTTP, exactly as any other program would: `POST /predict` with the bytes of a PNG, and
/// for the reason with it.
public final class HttpPredictor implements Predictor {
  /// What is asked, with the reason for the answer.
  public static final String PATH = "/predict?explain=true";

  private static final String NUMBER_PATH = "/predict?multiple=true";

  /// An answer takes milliseconds; who is silent for so long is gone.
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private static final int OK = 200;
  private static final int NO_INK = 422;
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int UNAVAILABLE = 503;

  private final Supplier<HttpClient> client;
  private final Supplier<Optional<BearerToken>> token;
  private final Consumer<Asked> heard;
  private final AtomicLong requests = new AtomicLong();

  /// Asks servers that answer whoever is on their machine.
  public HttpPredictor(HttpClient client) {
    this(() -> client, Optional::empty, asked -> {});
  }

  /// Asks with the token that the server wants to see at the time.
  ///
  /// @param client taken with each request, off the screen's thread
  /// @param heard takes each request with its answer; off the screen's thread
  public HttpPredictor(
      Supplier<HttpClient> client, Supplier<Optional<BearerToken>> token, Consumer<Asked> heard) {
    this.client = client;
    this.token = token;
    this.heard = heard;
  }

  /// Whether the request with that id is this window's.
  public static boolean isOwn(String requestId) {
    return requestId.startsWith(Own.BEGINNING);
  }

  @Override
  public Answer predict(URI server, byte[] png, Question question)
      throws PredictionFailed, InterruptedException {
    return answer(post(server.resolve(PATH + more(question)), "image/png", png), AnswerJson::read);
  }

  @Override
  public Optional<WrittenNumber> number(URI server, byte[] png, List<List<Point>> strokes)
      throws PredictionFailed, InterruptedException {
    NumberForm form = NumberForm.of(png, strokes);
    return Optional.of(
        answer(
            post(server.resolve(NUMBER_PATH), NumberForm.CONTENT_TYPE, form.bytes()),
            NumberJson::read));
  }

  @Override
  public List<String> models(URI server) throws PredictionFailed, InterruptedException {
    return answer(
        send(HttpRequest.newBuilder(server.resolve("/models"))),
        body ->
            body.required("models")
                .valueStream()
                .map(card -> card.required("name").stringValue())
                .toList());
  }

  /// What else stands in the query.
  private static String more(Question question) {
    var query = new StringBuilder();
    question
        .model()
        .ifPresent(name -> query.append("&model=").append(URLEncoder.encode(name, UTF_8)));
    question.evidence().ifPresent(digit -> query.append("&explain_digit=").append(digit));
    return query.toString();
  }

  private <T> T answer(HttpResponse<byte[]> response, Function<JsonNode, T> reader)
      throws PredictionFailed {
    JsonNode body = parse(response.body());
    int status = response.statusCode();
    if (status == OK) {
      return read(body, reader);
    }
    if (!body.path("detail").isString()) {
      throw PredictionFailed.strangeAnswer(new IOException("Status " + status + " without detail"));
    }
    String detail = body.path("detail").stringValue();
    throw status == NO_INK
        ? PredictionFailed.noInk(detail)
        : PredictionFailed.refused(detail, status == TOO_MANY_REQUESTS || status == UNAVAILABLE);
  }

  private HttpResponse<byte[]> post(URI address, String type, byte[] body)
      throws PredictionFailed, InterruptedException {
    HttpResponse<byte[]> response =
        send(
            HttpRequest.newBuilder(address)
                .header("Content-Type", type)
                .POST(BodyPublishers.ofByteArray(body)));
    heard.accept(new Asked(response.uri(), new String(response.body(), UTF_8)));
    return response;
  }

  private HttpResponse<byte[]> send(HttpRequest.Builder request)
      throws PredictionFailed, InterruptedException {
    request
        .timeout(PATIENCE)
        .header("Accept", "application/json")
        .header("X-Request-Id", Own.BEGINNING + requests.incrementAndGet());
    token.get().ifPresent(shown -> request.header("Authorization", "Bearer " + shown.value()));
    try {
      return client.get().send(request.build(), BodyHandlers.ofByteArray());
    } catch (IOException gone) {
      throw PredictionFailed.unreachable(gone);
    }
  }

  private JsonNode parse(byte[] body) throws PredictionFailed {
    try {
      return JsonMapper.shared().readTree(body);
    } catch (JacksonException noJson) {
      throw PredictionFailed.strangeAnswer(noJson);
    }
  }

  private static <T> T read(JsonNode body, Function<JsonNode, T> reader) throws PredictionFailed {
    try {
      return reader.apply(body);
    } catch (RuntimeException otherShape) {
      throw PredictionFailed.strangeAnswer(otherShape);
    }
  }

  /// Made with the first request: chance takes a while to be had.
  private static final class Own {
    /// How this window's requests begin their ids; those of another window differ.
    private static final String BEGINNING = "window-%s-".formatted(UUID.randomUUID());
  }
}
