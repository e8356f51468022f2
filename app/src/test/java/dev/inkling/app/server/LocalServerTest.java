package dev.inkling.app.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.inkling.api.AccessRules;
import dev.inkling.api.BearerToken;
import dev.inkling.api.ServerOptions;
import dev.inkling.app.texts.Language;
import dev.inkling.app.texts.Texts;
import dev.inkling.model.serving.ModelStore;
import dev.inkling.model.serving.ShippedModels;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LocalServerTest {
  private static final BearerToken TOKEN = BearerToken.random();

  private final HttpClient http = HttpClient.newHttpClient();
  private final Texts texts = new Language().of(LocalServer.class);
  private final LocalServer server = server(ServerOptions.defaults().withPort(0));

  @AfterEach
  void stop() {
    server.close();
    http.close();
  }

  @Test
  void itStopsAndComesBackWhereItWas() throws Exception {
    ServerReady first = server.start();
    assertThat(status(first.address())).isEqualTo(200);

    server.stop();
    server.stop();
    assertThat(server.freePort(server.reach())).isEqualTo(first.address().getPort());

    ServerReady again = server.start(server.reach());
    assertThat(again.address()).isEqualTo(first.address());
    assertThat(status(again.address())).isEqualTo(200);
  }

  @Test
  void whereTheUsualPortIsTakenItTakesTheNextThatIsFreeAndSaysSo() throws Exception {
    try (var other = otherProgram();
        var second = server(ServerOptions.defaults().withPort(other.getLocalPort()))) {
      ServerReady ready = second.start();

      assertThat(ready.address().getPort()).isNotEqualTo(other.getLocalPort());
      assertThat(second.reach().port()).isEqualTo(ready.address().getPort());
      assertThat(ready.notice().in(texts))
          .contains(String.valueOf(other.getLocalPort()))
          .contains(String.valueOf(ready.address().getPort()));
      assertThat(status(ready.address())).isEqualTo(200);
    }
  }

  @Test
  void anotherProgramsPortIsNotFreeAndItsOwnIs() throws Exception {
    server.start();
    try (var other = otherProgram()) {
      var wanted = new Reach(other.getLocalPort(), false, Optional.empty());
      assertThat(server.freePort(wanted)).isGreaterThan(other.getLocalPort());
      assertThat(server.freePort(server.reach())).isEqualTo(server.reach().port());
    }
  }

  @Test
  void openToTheNetworkItWantsTheTokenAndNamesAddresses() throws Exception {
    ServerReady alone = server.start();
    assertThat(server.addresses()).isEmpty();

    ServerReady open = server.start(new Reach(server.reach().port(), true, Optional.empty()));

    assertThat(server.reach().shownToken()).hasValue(TOKEN.value());
    assertThat(status(open.address())).isEqualTo(401);
    assertThat(server.addresses())
        .allMatch(address -> address.getPort() == open.address().getPort())
        .noneMatch(address -> address.getHost().startsWith("127."));

    server.start(new Reach(server.reach().port(), false, Optional.empty()));

    assertThat(server.addresses()).isEmpty();
    assertThat(status(alone.address())).isEqualTo(200);
  }

  @Test
  void whatCannotBeMadeSafeIsRefusedBeforeAnythingStops() throws Exception {
    var unsafe =
        new LocalServer(
            ServerOptions.defaults().withPort(0),
            ShippedModels::store,
            options -> {
              throw new IllegalArgumentException("There is no token to be had.");
            });
    try (unsafe) {
      ServerReady ready = unsafe.start();

      assertThatIllegalArgumentException()
          .isThrownBy(() -> unsafe.start(new Reach(0, true, Optional.empty())));

      assertThat(status(ready.address())).isEqualTo(200);
    }
  }

  /// The window closes at once, whatever its server is doing.
  @Test
  void closedWhileItStartsItStopsAsSoonAsItHasStarted() throws Exception {
    var loading = new CountDownLatch(1);
    var goOn = new CountDownLatch(1);
    var slow =
        new LocalServer(
            ServerOptions.defaults().withPort(0),
            () -> {
              loading.countDown();
              wait(goOn);
              return ShippedModels.store();
            },
            LocalServerTest::withToken);
    var start = CompletableFuture.supplyAsync(slow::start);
    loading.await();

    slow.close();
    assertThat(slow.reach().network()).isFalse();
    goOn.countDown();

    URI address = start.get().address();
    try (var free = new ServerSocket(address.getPort(), 1, InetAddress.getLoopbackAddress())) {
      assertThat(free.isBound()).isTrue();
    }
  }

  private static LocalServer server(ServerOptions options) {
    Supplier<ModelStore> models = ShippedModels::store;
    return new LocalServer(options, models, LocalServerTest::withToken);
  }

  private static ServerOptions withToken(ServerOptions options) {
    AccessRules rules = AccessRules.thisMachineOnly();
    return options.withAccess(options.isBeyondLoopback() ? rules.withToken(TOKEN) : rules);
  }

  private static ServerSocket otherProgram() throws IOException {
    return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
  }

  private static void wait(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stopped) {
      throw new AssertionError(stopped);
    }
  }

  private int status(URI address) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(address.resolve("/models")).build();
    return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
  }
}
