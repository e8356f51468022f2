package dev.inkling.app.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.api.AnsweredRequest;
import dev.inkling.app.background.Background;
import dev.inkling.app.background.ManualBackground;
import dev.inkling.model.ink.DrawingRenderer;
import dev.inkling.model.ink.ScriptedHand;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import javafx.scene.image.Image;
import org.junit.jupiter.api.Test;

class VisitorLogTest {
  private static final byte[] PICTURE = new DrawingRenderer().png(ScriptedHand.draw(7));

  private final VisitorLog log =
      new VisitorLog(
          new Background(Runnable::run, Runnable::run),
          Clock.systemUTC(),
          id -> id.startsWith("own-"));

  @Test
  void theLastVisitorStandsFirst() {
    log.answered(request("a", "/predict"));
    log.answered(request("b", "/v1/models/{name}"));

    assertThat(log.visitors()).extracting(visitor -> visitor.id()).containsExactly("b", "a");
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
    assertThat(log.visitors().getLast().id()).isEqualTo("visit-1");
    log.clear();
    assertThat(log.visitors()).isEmpty();
  }

  @Test
  void eachBringsASmallCopyOfItsPictureInItsColours() {
    log.answered(request("a", "/predict", PICTURE));

    Image thumbnail = log.visitors().getFirst().thumbnail().orElseThrow();
    assertThat(thumbnail.getWidth()).isEqualTo(2 * Thumbnail.SIDE);
    assertThat(thumbnail.getHeight()).isEqualTo(2 * Thumbnail.SIDE);
    assertThat(thumbnail.getPixelReader().getArgb(0, 0)).isEqualTo(0xFFFFFFFF);
  }

  @Test
  void whatIsNoPictureHasNoThumbnailAndHarmsNothing() {
    byte[] broken = PICTURE.clone();
    broken[40] ^= 0x55;
    log.answered(request("a", "/predict", broken));
    log.answered(request("b", "/predict", new byte[0]));

    assertThat(log.visitors()).hasSize(2).allMatch(visitor -> visitor.thumbnail().isEmpty());
  }

  @Test
  void thoseWhoComeTogetherAreShownTogetherByOnePieceOfWork() {
    var manual = new ManualBackground();
    var busy = new VisitorLog(manual.background(), Clock.systemUTC(), id -> false);
    for (int i = 0; i < 1000; i++) {
      busy.answered(request("visit-" + i, "/predict", PICTURE));
    }
    assertThat(manual.waiting()).isEqualTo(1);

    manual.doNext();

    assertThat(manual.waiting()).isZero();
    assertThat(busy.visitors()).hasSize(VisitorLog.REMEMBERED);
    assertThat(busy.visitors().getFirst().id()).isEqualTo("visit-999");
    busy.answered(request("late", "/predict", PICTURE));
    manual.doNext();
    assertThat(busy.visitors().getFirst().id()).isEqualTo("late");
  }

  @Test
  void ofPicturesThatAreTooManyToWaitTheLineIsShown() {
    var manual = new ManualBackground();
    var busy = new VisitorLog(manual.background(), Clock.systemUTC(), id -> false);
    busy.answered(request("huge", "/predict", new byte[16 << 20]));
    busy.answered(request("small", "/predict", PICTURE));
    manual.doNext();
    busy.answered(request("later", "/predict", PICTURE));
    manual.doNext();

    assertThat(busy.visitors())
        .extracting(visitor -> visitor.id() + " " + visitor.thumbnail().isPresent())
        .containsExactly("later true", "small false", "huge false");
  }

  private static AnsweredRequest request(String id, String path, byte[]... pictures) {
    return new AnsweredRequest(
        id, "192.168.1.7", "POST", path, 200, Duration.ofMillis(3), List.of(pictures), List.of());
  }
}
