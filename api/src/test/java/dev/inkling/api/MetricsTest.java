package dev.inkling.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.api.RunningServer.Client;
import dev.inkling.model.ink.DrawingRenderer;
import dev.inkling.model.ink.ScriptedHand;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(RunningServer.class)
@Timeout(60)
class MetricsTest {
  private static final byte[] TWO = new DrawingRenderer().png(ScriptedHand.draw(2));

  private static final String PREDICTED = "inkling_http_requests_total{path=\"/predict\",status=";

  @Test
  void theyAreInPrometheusTextForm(Client client) {
    HttpResponse<byte[]> answer =
        client.sendRaw(HttpRequest.newBuilder(client.at(MetricsService.PATH)));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type"))
        .hasValue("text/plain; version=0.0.4; charset=utf-8");
    assertThat(new String(answer.body(), StandardCharsets.UTF_8).lines())
        .allMatch(
            Pattern.compile("(# (HELP|TYPE) .+|[a-z_]+(\\{.+})? (-?[0-9.E+-]+|\\+Inf|NaN))")
                .asMatchPredicate());
  }

  @Test
  void everyPictureShowsInRequestsVerdictsStagesAndSizes(Client client) {
    double requests = value(client, PREDICTED + "\"200\"}");
    double verdicts = verdicts(client);
    double uploads = value(client, "inkling_upload_size_bytes_count");
    double bytes = value(client, "inkling_upload_size_bytes_sum");

    client.post("/predict", "image/png", TWO);

    await(client, PREDICTED + "\"200\"}", requests + 1);
    assertThat(verdicts(client)).isEqualTo(verdicts + 1);
    assertThat(value(client, "inkling_upload_size_bytes_count")).isEqualTo(uploads + 1);
    assertThat(value(client, "inkling_upload_size_bytes_sum")).isEqualTo(bytes + TWO.length);
    for (String stage : new String[] {"decode", "preprocess", "infer"}) {
      assertThat(
              value(
                  client,
                  "inkling_prediction_stage_duration_seconds_sum{stage=\"%s\"}".formatted(stage)))
          .as(stage)
          .isPositive();
    }
  }

  @Test
  void whatIsRefusedIsCountedByItsStatus(Client client) {
    double refused = value(client, PREDICTED + "\"415\"}");

    client.post("/predict", "text/plain", TWO);

    await(client, PREDICTED + "\"415\"}", refused + 1);
  }

  @Test
  void whatIsRefusedBeforeItIsKnownWhereItGoesIsCountedToo(Client client) throws IOException {
    String series = "inkling_http_requests_total{path=\"other\",status=\"400\"}";
    double refused = value(client, series);

    try (var caller = new RawHttp(client.server().address())) {
      assertThat(caller.send("nonsense\r\n\r\n").end().received()).startsWith("HTTP/1.1 400 ");
    }

    await(client, series, refused + 1);
  }

  @Test
  void pathsThatAreMadeUpAreCountedTogether(Client client) {
    for (int i = 0; i < 20; i++) {
      client.send(HttpRequest.newBuilder(client.at("/made-up-" + i)));
      client.send(HttpRequest.newBuilder(client.at("/predict/made-up-" + i)));
      client.send(HttpRequest.newBuilder(client.at("/docs/made-up-" + i)));
      client.send(HttpRequest.newBuilder(client.at("/health/made-up-" + i)));
    }

    await(client, "inkling_http_requests_total{path=\"other\",status=\"404\"}", 60);
    assertThat(scrape(client)).doesNotContain("made-up");
  }

  @Test
  void onlyTheScrapeItselfIsInFlightAndNobodyWaits(Client client) {
    await(client, "inkling_http_requests_in_flight", 1);
    assertThat(value(client, "inkling_queue_length")).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "inkling_model_load_duration_seconds{model=\"robust\",version=\"1\"}",
        "inkling_model_load_duration_seconds{model=\"seed\",version=\"1\"}",
        "jvm_memory_used_bytes{area=\"heap\"}",
        "jvm_memory_used_bytes{area=\"nonheap\"}",
        "jvm_threads_current",
        "process_cpu_seconds_total",
        "process_start_time_seconds"
      })
  void theModelsAndJavaTellOfThemselves(String series, Client client) {
    assertThat(value(client, series)).isPositive();
  }

  @Test
  void garbageCollectionIsThere(Client client) {
    assertThat(scrape(client)).contains("jvm_gc_collection_seconds_count{gc=");
  }

  @Test
  void anotherMethodIsToldWhichOneWorks(Client client) {
    var answer = client.post(MetricsService.PATH, "text/plain", new byte[0]);

    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.header("Allow")).isEqualTo("GET");
  }

  private static double verdicts(Client client) {
    return value(
        client, "inkling_predictions_total{model=\"robust\",verdict=\"digit\",version=\"1\"}");
  }

  /// An answer is counted when its last byte is written, and a caller may be quicker than that.
  private static void await(Client client, String series, double value) {
    while (value(client, series) != value) {
      Thread.onSpinWait();
    }
  }

  /// 0 while nothing was counted there yet.
  private static double value(Client client, String series) {
    return scrape(client)
        .lines()
        .filter(line -> line.startsWith(series + " "))
        .mapToDouble(line -> Double.parseDouble(line.substring(series.length())))
        .findFirst()
        .orElse(0);
  }

  private static String scrape(Client client) {
    return new String(
        client.sendRaw(HttpRequest.newBuilder(client.at(MetricsService.PATH))).body(),
        StandardCharsets.UTF_8);
  }
}
