package dev.inkling.api;

import dev.inkling.model.serving.Prediction;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.instrumentation.jvm.JvmGarbageCollectorMetrics;
import io.prometheus.metrics.instrumentation.jvm.JvmMemoryMetrics;
import io.prometheus.metrics.instrumentation.jvm.JvmRuntimeInfoMetric;
import io.prometheus.metrics.instrumentation.jvm.JvmThreadsMetrics;
import io.prometheus.metrics.instrumentation.jvm.ProcessMetrics;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import io.prometheus.metrics.model.snapshots.Unit;
import java.util.Locale;

/// What one server counts. All labels come from closed sets (routes, statuses, loaded models,
/// verdicts), so that no caller can make them grow.
final class Metrics {
  /// From a tenth of a millisecond, which the small network takes, to the seconds of a full queue.
  private static final double[] SECONDS = {
    0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5
  };

  /// From a drawing of 1 KiB by fours to more than is taken by default.
  private static final double[] BYTES = {
    1 << 10, 1 << 12, 1 << 14, 1 << 16, 1 << 18, 1 << 20, 1 << 22, 1 << 24
  };

  private final PrometheusRegistry registry = new PrometheusRegistry();

  private final Counter requests =
      Counter.builder()
          .name("inkling_http_requests_total")
          .help("Requests that were answered; status 499 are callers that did not wait.")
          .labelNames("path", "status")
          .register(registry);

  private final Histogram latency =
      Histogram.builder()
          .name("inkling_http_request_duration_seconds")
          .help("From a request's headers to the last byte of its answer.")
          .unit(Unit.SECONDS)
          .labelNames("path")
          .classicOnly()
          .classicUpperBounds(SECONDS)
          .register(registry);

  private final Gauge inFlight =
      Gauge.builder()
          .name("inkling_http_requests_in_flight")
          .help("Requests that are being answered.")
          .register(registry);

  private final Histogram stages =
      Histogram.builder()
          .name("inkling_prediction_stage_duration_seconds")
          .help("What a prediction's time goes into, without waiting for a thread.")
          .unit(Unit.SECONDS)
          .labelNames("stage")
          .classicOnly()
          .classicUpperBounds(SECONDS)
          .register(registry);

  private final Histogram uploads =
      Histogram.builder()
          .name("inkling_upload_size_bytes")
          .help("Sizes of the pictures, as they were sent.")
          .unit(Unit.BYTES)
          .classicOnly()
          .classicUpperBounds(BYTES)
          .register(registry);

  private final Counter predictions =
      Counter.builder()
          .name("inkling_predictions_total")
          .help("What the models made of the pictures.")
          .labelNames("model", "version", "verdict")
          .register(registry);

  Metrics(Workers workers, LoadedModels models) {
    GaugeWithCallback.builder()
        .name("inkling_queue_length")
        .help("Requests that wait for a thread; tensors that will be read in one run count as one.")
        .callback(gauge -> gauge.call(workers.waiting()))
        .register(registry);
    GaugeWithCallback.builder()
        .name("inkling_model_load_duration_seconds")
        .help("How long each model that answers took to be loaded and warmed.")
        .unit(Unit.SECONDS)
        .labelNames("model", "version")
        .callback(
            gauge ->
                models
                    .loadSeconds()
                    .forEach(
                        (id, seconds) ->
                            gauge.call(seconds, id.name(), String.valueOf(id.version()))))
        .register(registry);
    JvmMemoryMetrics.builder().register(registry);
    JvmGarbageCollectorMetrics.builder().register(registry);
    JvmThreadsMetrics.builder().register(registry);
    JvmRuntimeInfoMetric.builder().register(registry);
    ProcessMetrics.builder().register(registry);
  }

  void begun() {
    inFlight.inc();
  }

  void finished() {
    inFlight.dec();
  }

  void answered(Answered request) {
    requests.labelValues(request.path(), String.valueOf(request.status())).inc();
    latency.labelValues(request.path()).observe(request.seconds());
    request.exchange().uploads().forEach(uploads::observe);
    request.exchange().predictions().forEach(this::predicted);
  }

  /// Counts a request that was refused before it was known where it goes.
  void refused(int status) {
    requests.labelValues(AnsweredRequest.NOWHERE, String.valueOf(status)).inc();
  }

  MetricSnapshots snapshot() {
    return registry.scrape();
  }

  private void predicted(Prediction prediction) {
    predictions
        .labelValues(
            prediction.model().name(),
            String.valueOf(prediction.model().version()),
            prediction.verdict().name().toLowerCase(Locale.ROOT))
        .inc();
    stage("decode", prediction.timings().decode());
    stage("preprocess", prediction.timings().preprocess());
    stage("infer", prediction.timings().infer());
  }

  /// Glyphs that come as numbers are neither decoded nor preprocessed.
  private void stage(String name, double millis) {
    if (millis > 0) {
      stages.labelValues(name).observe(millis / 1000);
    }
  }
}
