package dev.inkling.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.model.serving.ModelId;
import dev.inkling.model.serving.Prediction;
import dev.inkling.model.serving.Timings;
import dev.inkling.model.serving.Verdict;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AccessLogTest {
  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-01-01T12:00:00Z"), ZoneOffset.UTC);

  @Test
  void textIsOneLineForPeople() {
    assertThat(told(AccessLogForm.TEXT, answered("POST", Verdict.UNSURE)))
        .isEqualTo(
            "2026-01-01T12:00:00Z job-17 POST /predict 200 1234 567 8.92 seed/1 unsure"
                + System.lineSeparator());
  }

  @Test
  void jsonIsOneObjectForPrograms() {
    JsonNode line =
        new JsonMapper().readTree(told(AccessLogForm.JSON, answered("POST", Verdict.DIGIT)));

    assertThat(line.propertyNames())
        .containsExactly(
            "time",
            "request_id",
            "method",
            "path",
            "status",
            "bytes_in",
            "bytes_out",
            "duration_ms",
            "model",
            "verdict");
    assertThat(line.get("status").isIntegralNumber()).isTrue();
    assertThat(line.get("duration_ms").asDouble()).isEqualTo(8.92);
    assertThat(line.get("verdict").asString()).isEqualTo("digit");
  }

  @Test
  void whatWasNoPredictionHasDashesInTheirColumns() {
    assertThat(told(AccessLogForm.TEXT, answered("GET"))).endsWith(" - -" + System.lineSeparator());
  }

  @Test
  void severalPredictionsOfARequestAreToldTogether() {
    assertThat(
            told(
                AccessLogForm.TEXT,
                answered("POST", Verdict.UNSURE, Verdict.DIGIT, Verdict.UNSURE)))
        .contains(" seed/1 digit,unsure");
  }

  @Test
  void aMethodThatSomebodyMadeUpIsNotRepeated() {
    assertThat(told(AccessLogForm.TEXT, answered("BREW")))
        .contains(" OTHER ")
        .doesNotContain("BREW");
  }

  @Test
  void offTellsNothing() {
    assertThat(told(AccessLogForm.OFF, answered("POST", Verdict.DIGIT))).isEmpty();
  }

  private static Answered answered(String method, Verdict... verdicts) {
    var exchange = new Exchange(false);
    for (Verdict verdict : verdicts) {
      exchange.predicted(
          new Prediction(
              7,
              0.9,
              Collections.nCopies(10, 0.1),
              1,
              verdict,
              new ModelId("seed", 1),
              new Timings(1, 1, 1, 3)));
    }
    return new Answered("job-17", method, "/predict", 200, 1234, 567, 0.0089172, exchange);
  }

  private static String told(AccessLogForm form, Answered answered) {
    var out = new ByteArrayOutputStream();
    new AccessLog(form, new PrintStream(out, true, StandardCharsets.UTF_8), NOON)
        .answered(answered);
    return out.toString(StandardCharsets.UTF_8);
  }
}
