package dev.inkling.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.model.ink.DrawingRenderer;
import dev.inkling.model.ink.ScriptedHand;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RequestListenerTest {
  private final BlockingQueue<AnsweredRequest> heard = new LinkedBlockingQueue<>();

  @Test
  void itHearsWhoAskedWhatAndWhatTheyGot() throws InterruptedException {
    byte[] picture = new DrawingRenderer().png(ScriptedHand.draw(7));
    try (var client =
        RunningServer.start(ServerOptions.defaults().withPort(0).withListener(heard::add))) {
      client.send(
          HttpRequest.newBuilder(client.at("/predict"))
              .header("Content-Type", "image/png")
              .header("X-Request-Id", "mine-1")
              .POST(BodyPublishers.ofByteArray(picture)));
      client.get("/nowhere");

      AnsweredRequest served = heard.poll(20, TimeUnit.SECONDS);
      assertThat(served.id()).isEqualTo("mine-1");
      assertThat(served.client()).isEqualTo("127.0.0.1");
      assertThat(served.method()).isEqualTo("POST");
      assertThat(served.path()).isEqualTo("/predict");
      assertThat(served.status()).isEqualTo(200);
      assertThat(served.pictures()).containsExactly(picture);
      assertThat(served.predictions()).hasSize(1);
      AnsweredRequest refused = heard.poll(20, TimeUnit.SECONDS);
      assertThat(refused.status()).isEqualTo(404);
      assertThat(refused.pictures()).isEmpty();
    }
  }

  @Test
  void pictureAndSizeAreKnownOfWhatIsRefusedToo() throws InterruptedException {
    byte[] blank = new DrawingRenderer().png(ScriptedHand.draw(7)).clone();
    blank[blank.length / 2] ^= 0x55;
    try (var client =
        RunningServer.start(ServerOptions.defaults().withPort(0).withListener(heard::add))) {
      client.post("/predict", "image/png", blank);

      AnsweredRequest refused = heard.poll(20, TimeUnit.SECONDS);
      assertThat(refused.status()).isEqualTo(400);
      assertThat(refused.pictures()).containsExactly(blank);
      assertThat(refused.predictions()).isEmpty();
    }
  }

  @Test
  void aListenerThatFailsHarmsNoAnswer() {
    RequestListener broken =
        request -> {
          throw new IllegalStateException("broken");
        };
    try (var client =
        RunningServer.start(ServerOptions.defaults().withPort(0).withListener(broken))) {
      for (int i = 0; i < 2; i++) {
        assertThat(client.get("/models").status()).isEqualTo(200);
      }
    }
  }

  @Test
  void picturesAreKeptForThoseOnlyWhoListen() {
    var unheard = new Exchange(false);
    unheard.uploaded(new byte[7]);

    assertThat(unheard.pictures()).isEmpty();
    assertThat(unheard.uploads()).containsExactly(7L);
  }
}
