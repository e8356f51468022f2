package dev.inkling.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.helidon.common.buffers.DataReader.InsufficientDataAvailableException;
import io.helidon.webserver.CloseConnectionException;
import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Time passes here only when the test says so.
class WatchedConnectionTest {
  private static final Limits LIMITS =
      new Limits(
          1,
          1,
          1,
          Duration.ofSeconds(1),
          Duration.ofSeconds(10),
          Duration.ofSeconds(20),
          500,
          Duration.ofSeconds(60),
          Duration.ofSeconds(120));

  private long now;
  private SocketChannel channel;
  private WatchedConnection connection;

  @BeforeEach
  void open() throws IOException {
    channel = SocketChannel.open();
    connection = new WatchedConnection(channel, LIMITS, () -> now);
  }

  @AfterEach
  void close() {
    connection.close();
  }

  @Test
  void theHeadHasItsTimeHoweverManyBytesTrickleIn() {
    for (int second = 0; second < 10; second++) {
      pullAfter(1, 1);
    }
    assertThat(overdueWhileWaiting(0)).isFalse();
    assertThat(overdueWhileWaiting(1)).isTrue();
  }

  @Test
  void aSlowButSteadyUploadSurvives() {
    connection.headEnded(10_000_000, 0);
    for (int minute = 0; minute < 300; minute++) {
      pullAfter(60, 31_000);
      assertThat(overdueWhileWaiting(0)).isFalse();
    }
  }

  @Test
  void anUploadBelowTheRateDoesNot() {
    connection.headEnded(10_000_000, 0);
    for (int second = 0; second < 60; second++) {
      pullAfter(1, 100);
    }
    assertThat(overdueWhileWaiting(0)).isTrue();
  }

  @Test
  void whatCameWithTheHeadersCounts() {
    connection.headEnded(1000, 1000);
    pass(119);
    assertThat(connection.isOverdue()).isFalse();
    pass(2);
    assertThat(connection.isOverdue()).as("nobody fetches the answer").isTrue();
  }

  @Test
  void afterTheAnswerThePauseBeginsAndAfterThePauseTheNextHead() {
    connection.headEnded(0, 0);
    pass(100);
    assertThat(overdueWhileWaiting(59)).isFalse();
    pullAfter(0, 1);
    assertThat(overdueWhileWaiting(9)).isFalse();
    assertThat(overdueWhileWaiting(2)).isTrue();
  }

  @Test
  void aBodyOfUnknownLengthEndsWhenTheAnswerBegins() {
    connection.headEnded(-1, 0);
    pullAfter(1, 1);
    connection.answerBegan();
    assertThat(overdueWhileWaiting(59)).isFalse();
    assertThat(overdueWhileWaiting(2)).isTrue();
  }

  @Test
  void whoIsClosedIsNoLongerOpen() {
    assertThat(connection.isOpen()).isTrue();
    connection.close();
    assertThat(channel.isOpen()).isFalse();
    assertThat(connection.isOpen()).isFalse();
  }

  @Test
  void whoHangsUpIsAFailureOnlyOfABody() {
    assertThatExceptionOfType(CloseConnectionException.class).isThrownBy(this::pullTheEnd);

    connection.headEnded(100, 0);

    assertThatExceptionOfType(InsufficientDataAvailableException.class)
        .isThrownBy(this::pullTheEnd);
  }

  private void pullTheEnd() {
    connection.pull(most -> null);
  }

  private void pass(int seconds) {
    now += Duration.ofSeconds(seconds).toNanos();
  }

  private void pullAfter(int seconds, int bytes) {
    connection.pull(
        most -> {
          pass(seconds);
          return new byte[bytes];
        });
  }

  /// Asked while the connection's thread waits for a byte, as the watch does it.
  private boolean overdueWhileWaiting(int seconds) {
    var overdue = new boolean[1];
    try {
      connection.pull(
          most -> {
            pass(seconds);
            overdue[0] = connection.isOverdue();
            return null;
          });
    } catch (CloseConnectionException | InsufficientDataAvailableException nothingCame) {
      // As when the peer has closed.
    }
    return overdue[0];
  }
}
