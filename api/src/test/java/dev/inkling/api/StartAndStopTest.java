package dev.inkling.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.inkling.model.ModelUnusable;
import dev.inkling.model.serving.Classifier;
import dev.inkling.model.serving.ModelStore;
import dev.inkling.model.serving.ShippedModels;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartAndStopTest {
  @Test
  void aTakenPortIsNamedTogetherWithTheFlagThatChoosesAnother() throws IOException {
    try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var options = ServerOptions.defaults().withPort(other.getLocalPort());

      assertThatExceptionOfType(PortTaken.class)
          .isThrownBy(() -> InklingServer.start(options, ShippedModels.store()))
          .withMessageContaining(String.valueOf(other.getLocalPort()))
          .withMessageContaining("--port");
    }
  }

  @Test
  void aHostThatIsNotThisMachinesIsSaidSo() {
    assertThatExceptionOfType(ServerNotStarted.class)
        .isThrownBy(
            () -> InklingServer.start(new ServerOptions("192.0.2.1", 0), ShippedModels.store()))
        .withMessageContaining("192.0.2.1");
  }

  @Test
  void aDamagedModelIsNamedAndNothingListens(@TempDir Path folder) throws IOException {
    ModelCopies.copyAll(folder);
    Path damaged = folder.resolve("seed/1/variables/variables.data-00000-of-00001");
    byte[] bytes = Files.readAllBytes(damaged);
    bytes[1000] ^= 1;
    Files.write(damaged, bytes);
    int port = freePort();

    assertThatExceptionOfType(ModelUnusable.class)
        .isThrownBy(
            () ->
                InklingServer.start(
                    ServerOptions.defaults().withPort(port), ModelStore.open(folder)))
        .withMessageContaining(damaged.toString());
    assertNothingListensOn(port);
  }

  @Test
  void afterItHasClosedThePortIsFreeAgain() throws IOException {
    InklingServer server =
        InklingServer.start(ServerOptions.defaults().withPort(0), ShippedModels.store());
    int port = server.address().getPort();
    server.close();

    assertNothingListensOn(port);
  }

  @Test
  void beforeItsModelsAreWarmItAsksForPatience() {
    var models = new LoadedModels();

    assertThatExceptionOfType(Busy.class)
        .isThrownBy(() -> models.ask(Optional.empty(), Classifier::card))
        .withMessageContaining("again");
  }

  private static void assertNothingListensOn(int port) throws IOException {
    try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      assertThat(socket.getLocalPort()).isEqualTo(port);
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
