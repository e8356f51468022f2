package dev.inkling.app.settings;

import dev.inkling.api.Limits;
import java.time.Duration;
import java.util.List;

/// How much the server bears and how long it waits, as settings.
final class LimitSettings {
  private static final Limits USUAL = Limits.defaults();
  private static final int A_DAY = 86_400;

  private static final Setting<Integer> UPLOAD_BYTES =
      Setting.of(
          "limits.upload-bytes",
          "--limit-upload-bytes",
          Kind.number(1, Limits.MOST_UPLOAD_BYTES),
          String.valueOf(USUAL.uploadBytes()),
          "Bytes that a request's body may have");

  private static final Setting<Integer> CONNECTIONS =
      Setting.of(
          "limits.connections",
          "--limit-connections",
          Kind.number(1, 1_000_000),
          String.valueOf(USUAL.connections()),
          "Open connections; further clients wait");

  private static final Setting<Integer> WAITING =
      Setting.of(
          "limits.waiting",
          "--limit-waiting",
          Kind.number(1, 1_000_000),
          String.valueOf(USUAL.waiting()),
          "Requests that may wait for a thread; further ones are answered with 503");

  private static final Setting<Integer> WORK =
      seconds("work", USUAL.work(), "Seconds that a picture may wait and be worked on");

  private static final Setting<Integer> HEAD =
      seconds("head", USUAL.head(), "Seconds that a client may take over a request's headers");

  private static final Setting<Integer> BODY =
      seconds("body", USUAL.body(), "Seconds that a body may take before its rate counts");

  private static final Setting<Integer> BODY_RATE =
      Setting.of(
          "limits.body-bytes-per-second",
          "--limit-body-bytes-per-second",
          Kind.number(1, 1_000_000_000),
          String.valueOf(USUAL.bodyBytesPerSecond()),
          "The rate that a body keeps on the average after that");

  private static final Setting<Integer> IDLE =
      seconds("idle", USUAL.idle(), "Seconds that a connection stays open between two requests");

  private static final Setting<Integer> ANSWER =
      seconds(
          "answer", USUAL.answer(), "Seconds that working out an answer and fetching it may take");

  static final List<Setting<?>> ALL =
      List.of(UPLOAD_BYTES, CONNECTIONS, WAITING, WORK, HEAD, BODY, BODY_RATE, IDLE, ANSWER);

  private LimitSettings() {}

  static Limits in(Configuration chosen) {
    return new Limits(
        chosen.get(UPLOAD_BYTES),
        chosen.get(CONNECTIONS),
        chosen.get(WAITING),
        time(chosen, WORK),
        time(chosen, HEAD),
        time(chosen, BODY),
        chosen.get(BODY_RATE),
        time(chosen, IDLE),
        time(chosen, ANSWER));
  }

  private static Setting<Integer> seconds(String name, Duration usual, String description) {
    return Setting.of(
        "limits." + name + "-seconds",
        "--limit-" + name + "-seconds",
        Kind.number(1, A_DAY),
        String.valueOf(usual.toSeconds()),
        description);
  }

  private static Duration time(Configuration chosen, Setting<Integer> seconds) {
    return Duration.ofSeconds(chosen.get(seconds));
  }
}
