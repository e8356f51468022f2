package dev.inkling.api;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/// `GET /metrics` in Prometheus's text form.
final class MetricsService implements HttpService {
  static final String PATH = "/metrics";

  private final PrometheusTextFormatWriter format = PrometheusTextFormatWriter.create();
  private final Metrics metrics;

  MetricsService(Metrics metrics) {
    this.metrics = metrics;
  }

  @Override
  public void routing(HttpRules rules) {
    rules.get("/", this::metrics).any("/", Refusals.only("GET"));
  }

  private void metrics(ServerRequest request, ServerResponse response) throws IOException {
    var text = new ByteArrayOutputStream();
    format.write(text, metrics.snapshot());
    response.header(HeaderNames.CONTENT_TYPE, format.getContentType()).send(text.toByteArray());
  }
}
