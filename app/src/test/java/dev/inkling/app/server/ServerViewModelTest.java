package dev.inkling.app.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.inkling.api.InklingServer;
import dev.inkling.api.ServerOptions;
import dev.inkling.app.texts.Language;
import dev.inkling.app.texts.Sentence;
import dev.inkling.model.ModelUnusable;
import dev.inkling.model.serving.ShippedModels;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

final class ServerViewModelTest {
  private static final URI ADDRESS = URI.create("http://127.0.0.1:8000");

  private final CompletableFuture<ServerReady> start = new CompletableFuture<>();
  private final Language language = new Language();
  private final List<URI> opened = new ArrayList<>();
  private final ServerViewModel viewModel =
      new ServerViewModel(
          start,
          page -> {
            opened.add(page);
            return CompletableFuture.completedFuture(page);
          },
          Runnable::run,
          language);

  @Test
  void saysThatTheServerIsOnItsWay() {
    assertThat(viewModel.captionProperty().get()).startsWith("Starting");
    assertThat(viewModel.addressProperty().get()).isEmpty();
    viewModel.openDocs();
    assertThat(opened).isEmpty();
  }

  @Test
  void showsTheAddressOnceThereIsOne() {
    start.complete(new ServerReady(ADDRESS, Sentence.of("port-taken", 8000, 8001)));
    assertThat(viewModel.captionProperty().get()).isEqualTo("http://127.0.0.1:8000");
    assertThat(viewModel.addressProperty().get()).contains(ADDRESS);
    assertThat(viewModel.noticeProperty().get()).startsWith("Another program has port 8000");
    viewModel.openDocs();
    assertThat(opened).containsExactly(URI.create("http://127.0.0.1:8000/docs"));
  }

  @Test
  void aServerThatDidNotStartIsOneLine() {
    start.completeExceptionally(new ModelUnusable("There is no model in models/: reinstall."));
    assertThat(viewModel.problemProperty().get())
        .isEqualTo("There is no model in models/: reinstall.");
    assertThat(viewModel.addressProperty().get()).isEmpty();
  }

  @Test
  void anythingElseThatGoesWrongIsOneLineToo() {
    start.completeExceptionally(new UnsatisfiedLinkError("no tensorflow"));
    assertThat(viewModel.problemProperty().get()).contains("no tensorflow").contains("restart");
  }

  @Test
  void aPortThatIsLostAtTheLastMomentIsOneLineWithoutFlags() throws IOException {
    try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var options = new ServerOptions("127.0.0.1", other.getLocalPort());
      start.completeExceptionally(
          catchThrowable(() -> InklingServer.start(options, ShippedModels.store())));

      assertThat(viewModel.problemProperty().get())
          .startsWith("Port " + other.getLocalPort())
          .doesNotContain("--");
    }
  }

  @Test
  void itCanBeStartedWhereItIsStoppedOrHasFailed() {
    assertThat(viewModel.phaseProperty().get()).isEqualTo(ServerPhase.STARTING);
    start.complete(new ServerReady(ADDRESS, Sentence.NONE));
    assertThat(viewModel.phaseProperty().get().canStart()).isFalse();
    viewModel.stopped();
    assertThat(viewModel.phaseProperty().get().canStart()).isTrue();
    viewModel.failed(new IOException());
    assertThat(viewModel.phaseProperty().get().canStart()).isTrue();
  }

  @Test
  void whatHasBeenSaidIsSaidAnewInAnotherLanguage() {
    start.completeExceptionally(new UnsatisfiedLinkError("no tensorflow"));
    language.localeProperty().set(Locale.GERMAN);
    assertThat(viewModel.captionProperty().get()).isEqualTo("Kein Server");
    assertThat(viewModel.problemProperty().get()).contains("nicht gestartet");
  }

  @Test
  void withoutABrowserItSaysWhereToGo() {
    var without =
        new ServerViewModel(
            start,
            page -> CompletableFuture.failedStage(new IOException()),
            Runnable::run,
            language);
    start.complete(new ServerReady(ADDRESS, Sentence.NONE));
    without.openDocs();
    assertThat(without.noticeProperty().get()).contains("http://127.0.0.1:8000/docs");
  }
}
