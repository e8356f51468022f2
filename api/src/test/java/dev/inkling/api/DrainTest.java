package dev.inkling.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.inkling.model.ink.DrawingRenderer;
import dev.inkling.model.ink.ScriptedHand;
import dev.inkling.model.serving.ModelStore;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class DrainTest {
  private static final byte[] TWO = new DrawingRenderer().png(ScriptedHand.draw(2));

  @TempDir private Path folder;

  @BeforeEach
  void oneModelIsEnough() {
    ModelCopies.copySeed(folder);
  }

  @Test
  void whatWasAcceptedIsAnsweredAndNothingNewIsTaken() throws Exception {
    InklingServer server = start(Duration.ofMinutes(1));
    int port = server.address().getPort();
    try (var caller = new Socket(InetAddress.getLoopbackAddress(), port)) {
      sendHalf(caller);
      waitUntilItIsInFlight(server.address());
      Thread stopping = Thread.startVirtualThread(server::close);
      waitUntilNothingListensOn(port);

      caller.getOutputStream().write(TWO, TWO.length / 2, TWO.length - TWO.length / 2);
      caller.getOutputStream().flush();

      String answer =
          new String(caller.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
      assertThat(answer).startsWith("HTTP/1.1 200").contains("\"digit\":");
      assertThat(answer.toLowerCase(java.util.Locale.ROOT)).contains("connection: close");
      stopping.join();
    }
  }

  @Test
  void whileItDrainsItSaysThatItIsNotReady() throws Exception {
    InklingServer server = start(Duration.ofMinutes(1));
    URI address = server.address();
    try (var caller = new Socket(InetAddress.getLoopbackAddress(), address.getPort());
        var probe = new RawHttp(address)) {
      sendHalf(caller);
      waitUntilItIsInFlight(address);
      probe.send("GET /health/ready HTTP/1.1\r\nHost: %s\r\n".formatted(address.getAuthority()));
      Thread stopping = Thread.startVirtualThread(server::close);
      waitUntilNothingListensOn(address.getPort());

      assertThat(probe.send("\r\n").status()).startsWith("HTTP/1.1 503");

      caller.getOutputStream().write(TWO, TWO.length / 2, TWO.length - TWO.length / 2);
      caller.getOutputStream().flush();
      assertThat(caller.getInputStream().readAllBytes()).isNotEmpty();
      stopping.join();
    }
  }

  @Test
  void whoNeverSendsTheRestIsNotWaitedForBeyondTheLimit() throws Exception {
    InklingServer server = start(Duration.ofMillis(200));
    int port = server.address().getPort();
    try (var caller = new Socket(InetAddress.getLoopbackAddress(), port)) {
      sendHalf(caller);
      waitUntilItIsInFlight(server.address());

      server.close();

      assertThatExceptionOfType(ConnectException.class).isThrownBy(() -> connect(port));
    }
  }

  @Test
  void callersWhoKeepTheirConnectionDoNotHoldItUp() throws Exception {
    InklingServer server = start(Duration.ofMinutes(10));
    try (var http = HttpClient.newHttpClient()) {
      var health = HttpRequest.newBuilder(server.address().resolve("/health/ready")).build();
      assertThat(http.send(health, HttpResponse.BodyHandlers.discarding()).statusCode())
          .isEqualTo(200);

      server.close();
    }
  }

  private InklingServer start(Duration drainLimit) {
    return InklingServer.start(
        ServerOptions.defaults().withPort(0).withDrainLimit(drainLimit), ModelStore.open(folder));
  }

  private static void sendHalf(Socket caller) throws IOException {
    caller
        .getOutputStream()
        .write(
            ("POST /predict HTTP/1.1\r\nHost: localhost:%d\r\nContent-Type: image/png\r\n"
                    + "Content-Length: %d\r\n\r\n")
                .formatted(caller.getPort(), TWO.length)
                .getBytes(StandardCharsets.US_ASCII));
    caller.getOutputStream().write(TWO, 0, TWO.length / 2);
    caller.getOutputStream().flush();
  }

  private static void waitUntilItIsInFlight(URI server) throws Exception {
    try (var http = HttpClient.newHttpClient()) {
      var metrics = HttpRequest.newBuilder(server.resolve(MetricsService.PATH)).build();
      // The other one is the question itself.
      while (!http.send(metrics, HttpResponse.BodyHandlers.ofString())
          .body()
          .contains("\ninkling_http_requests_in_flight 2.0\n")) {
        Thread.onSpinWait();
      }
    }
  }

  private static void waitUntilNothingListensOn(int port) throws IOException {
    while (true) {
      try {
        connect(port);
      } catch (ConnectException closed) {
        return;
      } catch (SocketException closing) {
        // A connection that was still in the listening socket's queue when it closed is reset.
        Thread.onSpinWait();
      }
    }
  }

  private static void connect(int port) throws IOException {
    new Socket(InetAddress.getLoopbackAddress(), port).close();
  }
}
