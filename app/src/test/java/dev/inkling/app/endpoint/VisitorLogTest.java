package dev.inkling.app.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.api.AnsweredRequest;
import dev.inkling.app.background.Background;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class VisitorLogTest {
  private final VisitorLog log =
      new VisitorLog(
          new Background(Runnable::run, Runnable::run),
          Clock.systemUTC(),
          id -> id.startsWith("own-"));

  @Test
  void theLastVisitorStandsFirst() {
    log.answered(request("a", "/predict"));
    log.answered(request("b", "/v1/models/{name}"));

    assertThat(log.visitors())
        .extracting(visitor -> visitor.request().id())
        .containsExactly("b", "a");
  }

  @Test
  void theWindowItselfAndThoseWhoOnlyLookAreNoVisitors() {
    log.answered(request("own-1", "/predict"));
    log.answered(request("c", "/health/ready"));
    log.answered(request("d", "/docs/index.css"));

    assertThat(log.visitors()).isEmpty();
  }

  @Test
  void oldOnesMakeRoom() {
    for (int i = 0; i <= VisitorLog.REMEMBERED; i++) {
      log.answered(request("visit-" + i, "/predict"));
    }

    assertThat(log.visitors()).hasSize(VisitorLog.REMEMBERED);
    assertThat(log.visitors().getLast().request().id()).isEqualTo("visit-1");
    log.clear();
    assertThat(log.visitors()).isEmpty();
  }

  private static AnsweredRequest request(String id, String path) {
    return new AnsweredRequest(
        id, "192.168.1.7", "POST", path, 200, Duration.ofMillis(3), List.of(), List.of());
  }
}
