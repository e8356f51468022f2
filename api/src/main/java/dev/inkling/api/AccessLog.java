package dev.inkling.api;

import dev.inkling.model.serving.ModelId;
import dev.inkling.model.serving.Prediction;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One line for each answered request, with nothing in it that a caller made up but an id that is
/// harmless: methods are known ones, paths are templates, and there is no file name.
final class AccessLog {
  private static final List<String> METHODS =
      List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE");

  private final AccessLogForm form;
  private final PrintStream out;
  private final Clock clock;

  AccessLog(AccessLogForm form, PrintStream out, Clock clock) {
    this.form = form;
    this.out = out;
    this.clock = clock;
  }

  void answered(Answered request) {
    switch (form) {
      case OFF -> {}
      case TEXT ->
          out.println(
              fields(request).values().stream()
                  .map(String::valueOf)
                  .collect(Collectors.joining(" ")));
      case JSON -> out.println(Json.text(fields(request)));
    }
  }

  private Map<String, Object> fields(Answered request) {
    List<Prediction> predictions = request.exchange().predictions();
    var fields = new LinkedHashMap<String, Object>();
    fields.put("time", Instant.now(clock).truncatedTo(ChronoUnit.MILLIS).toString());
    fields.put("request_id", request.requestId());
    fields.put("method", METHODS.contains(request.method()) ? request.method() : "OTHER");
    fields.put("path", request.path());
    fields.put("status", request.status());
    fields.put("bytes_in", request.bytesIn());
    fields.put("bytes_out", request.bytesOut());
    fields.put("duration_ms", Math.round(request.seconds() * 1e5) / 100.0);
    fields.put(
        "model", distinct(predictions.stream().map(Prediction::model).map(ModelId::toString)));
    fields.put(
        "verdict",
        distinct(
            predictions.stream()
                .map(prediction -> prediction.verdict().name().toLowerCase(Locale.ROOT))));
    return fields;
  }

  /// One of each, for a batch can have several; a dash for none, so that columns stay columns.
  private static String distinct(Stream<String> words) {
    String joined = words.distinct().sorted().collect(Collectors.joining(","));
    return joined.isEmpty() ? "-" : joined;
  }
}
