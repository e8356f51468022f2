package dev.inkling.app.instance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OneWindowTest {
  @TempDir private Path folder;
  private final BlockingQueue<List<Path>> opened = new LinkedBlockingQueue<>();

  @Test
  void aSecondStartHandsItsFilesToTheFirst() throws Exception {
    try (OneWindow first = OneWindow.claim(folder).orElseThrow()) {
      first.listen(opened::add);
      assertThat(OneWindow.claim(folder)).isEmpty();

      Path odd = Path.of("a file\nof two lines – ü.png");
      assertThat(OneWindow.handOver(folder, List.of(Path.of("/tmp/7.png"), odd))).isTrue();
      assertThat(opened.poll(10, TimeUnit.SECONDS))
          .containsExactly(Path.of("/tmp/7.png"), odd.toAbsolutePath());
    }
  }

  @Test
  void aSecondStartWithoutFilesOnlyRaisesTheFirst() throws Exception {
    try (OneWindow first = OneWindow.claim(folder).orElseThrow()) {
      first.listen(opened::add);
      assertThat(OneWindow.handOver(folder, List.of())).isTrue();
      assertThat(opened.poll(10, TimeUnit.SECONDS)).isEmpty();
    }
  }

  @Test
  void withoutAWindowThereIsNobodyToHandFilesTo() {
    assertThat(OneWindow.handOver(folder, List.of())).isFalse();
    assertThat(OneWindow.handOver(folder, List.of(), Duration.ZERO)).isFalse();
  }

  @Test
  void afterTheWindowIsClosedTheNextIsTheOne() throws IOException {
    try (OneWindow first = OneWindow.claim(folder).orElseThrow()) {
      first.listen(opened::add);
    }
    assertThat(OneWindow.handOver(folder, List.of())).isFalse();
    try (OneWindow next = OneWindow.claim(folder).orElseThrow()) {
      next.listen(opened::add);
      assertThat(OneWindow.handOver(folder, List.of())).isTrue();
    }
  }

  @Test
  void whatAKilledWindowLeftIsTakenOver() throws IOException {
    // A closed socket's file stays, as after kill -9.
    try (var killed = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      killed.bind(UnixDomainSocketAddress.of(folder.resolve("window.socket")));
    }
    assertThat(OneWindow.handOver(folder, List.of())).isFalse();
    try (OneWindow next = OneWindow.claim(folder).orElseThrow()) {
      next.listen(opened::add);
      assertThat(OneWindow.handOver(folder, List.of())).isTrue();
    }
  }

  @Test
  void aStartThatSaysNothingKeepsNobodyFromBeingHeard() throws IOException {
    try (OneWindow first = OneWindow.claim(folder).orElseThrow()) {
      first.listen(opened::add);
      var address = UnixDomainSocketAddress.of(folder.resolve("window.socket"));
      try (var silent = SocketChannel.open(address)) {
        assertThat(silent.isConnected()).isTrue();
        assertThat(OneWindow.handOver(folder, List.of())).isTrue();
      }
    }
  }
}
