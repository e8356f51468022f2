package dev.inkling.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.api.RunningServer.Client;
import dev.inkling.model.ink.DrawingRenderer;
import dev.inkling.model.ink.ScriptedHand;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SlowConnectionsTest {
  private static final byte[] SEVEN = new DrawingRenderer().png(ScriptedHand.draw(7));
  private static final Duration SHORT = Duration.ofSeconds(1);
  private static final Duration LONG = Duration.ofMinutes(10);

  private final List<RawHttp> clients = new ArrayList<>();

  @AfterEach
  void hangUp() throws IOException {
    for (RawHttp client : clients) {
      client.close();
    }
  }

  @Test
  void twoHundredHalfRequestsHarmNobodyAndAreHungUpOn() throws IOException {
    Limits limits = limits(SHORT, SHORT, LONG);
    try (Client good =
        RunningServer.start(ServerOptions.defaults().withPort(0).withLimits(limits))) {
      URI server = good.server().address();
      for (int i = 0; i < 100; i++) {
        connect(server)
            .send("POST /predict HTTP/1.1\r\nHost: %s\r\nX-Half".formatted(server.getAuthority()));
        connect(server).send(head(server, "Content-Length: 100000") + "and no more");
      }

      for (int i = 0; i < 20; i++) {
        assertThat(good.post("/predict", "image/png", SEVEN).status()).isEqualTo(200);
      }
      for (RawHttp slow : clients) {
        assertThat(slow.isHungUpOn()).isTrue();
      }
      assertThat(good.post("/predict", "image/png", SEVEN).status()).isEqualTo(200);
    }
  }

  @Test
  void placesThatSlowClientsHoldAreFreeAgain() throws IOException {
    Limits few = withConnections(limits(SHORT, SHORT, LONG), 4);
    try (Client good = RunningServer.start(ServerOptions.defaults().withPort(0).withLimits(few))) {
      for (int i = 0; i < 4; i++) {
        connect(good.server().address()).send("POST /predict HT");
      }

      assertThat(good.post("/predict", "image/png", SEVEN).status()).isEqualTo(200);
    }
  }

  @Test
  void aConnectionOnWhichNothingComesIsHungUpOn() throws IOException {
    try (Client server = start(limits(SHORT, LONG, LONG))) {
      assertThat(connect(server.server().address()).isHungUpOn()).isTrue();
    }
  }

  @Test
  void aChunkedBodyThatStopsIsHungUpOn() throws IOException {
    try (Client server = start(limits(LONG, SHORT, LONG))) {
      URI address = server.server().address();

      RawHttp slow =
          connect(address).send(head(address, "Transfer-Encoding: chunked") + "5\r\nhel");

      assertThat(slow.isHungUpOn()).isTrue();
    }
  }

  @Test
  void aRefusedBodyThatStopsIsHungUpOnToo() throws IOException {
    try (Client server = start(limits(LONG, SHORT, LONG))) {
      RawHttp slow =
          connect(server.server().address())
              .send("POST / HTTP/1.1\r\nHost: evil.example\r\nContent-Length: 1000\r\n\r\nhal");

      assertThat(slow.received()).startsWith("HTTP/1.1 403 ");
    }
  }

  @Test
  void betweenTwoRequestsOneMayPauseForAsLongAsIsSaid() throws IOException {
    try (Client server = start(limits(LONG, LONG, SHORT))) {
      URI address = server.server().address();

      String answer =
          connect(address)
              .send(
                  "GET /health/live HTTP/1.1\r\nHost: %s\r\n\r\n".formatted(address.getAuthority()))
              .received();

      assertThat(answer).startsWith("HTTP/1.1 200 ").contains("UP");
    }
  }

  private Client start(Limits limits) {
    return RunningServer.start(ServerOptions.defaults().withPort(0).withLimits(limits));
  }

  private RawHttp connect(URI server) throws IOException {
    var client = new RawHttp(server);
    clients.add(client);
    return client;
  }

  private static String head(URI server, String header) {
    return "POST /predict HTTP/1.1\r\nHost: %s\r\nContent-Type: image/png\r\n%s\r\n\r\n"
        .formatted(server.getAuthority(), header);
  }

  private static Limits limits(Duration head, Duration body, Duration idle) {
    return new Limits(10 << 20, 1024, 256, LONG, head, body, 500, idle, LONG);
  }

  private static Limits withConnections(Limits limits, int connections) {
    return new Limits(
        limits.uploadBytes(),
        connections,
        limits.waiting(),
        limits.work(),
        limits.head(),
        limits.body(),
        limits.bodyBytesPerSecond(),
        limits.idle(),
        limits.answer());
  }
}
