package dev.inkling.app.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.app.background.Background;
import dev.inkling.app.server.Reach;
import dev.inkling.app.server.ServerReady;
import dev.inkling.app.server.ServerViewModel;
import dev.inkling.app.texts.Language;
import dev.inkling.app.texts.Sentence;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class EndpointViewModelTest {
  private final CompletableFuture<ServerReady> begun = new CompletableFuture<>();
  private final ServerViewModel server =
      new ServerViewModel(
          begun,
          page -> CompletableFuture.failedStage(new Exception()),
          Runnable::run,
          new Language());
  private final EndpointViewModel endpoint =
      TestEndpoint.behind(server, new Background(Runnable::run, Runnable::run));

  @Test
  void theRequestNamesTheServerOnceItAnswers() {
    assertThat(endpoint.codeProperty().get()).isEmpty();

    begun.complete(new ServerReady(URI.create("http://127.0.0.1:8000"), Sentence.NONE));

    assertThat(endpoint.codeProperty().get())
        .isEqualTo("curl -F file=@drawing.png 'http://127.0.0.1:8000/predict?explain=true'");
    endpoint.languageProperty().set(RequestCode.PYTHON);
    assertThat(endpoint.codeProperty().get()).startsWith("import requests");
  }

  @Test
  void aStoppedServerIsNoProblem() {
    begun.complete(new ServerReady(URI.create("http://127.0.0.1:8000"), Sentence.NONE));

    endpoint.stop();

    assertThat(server.captionProperty().get()).isEqualTo("The server is stopped");
    assertThat(server.problemProperty().get()).isEmpty();
    assertThat(server.addressProperty().get()).isEmpty();
  }

  @Test
  void itStartsAnewElsewhereAndOthersNeedTheToken() {
    endpoint.start(new Reach(8123, true, Optional.empty()));

    assertThat(server.captionProperty().get()).isEqualTo("http://127.0.0.1:8123");
    assertThat(endpoint.reachProperty().get().port()).isEqualTo(8123);
    assertThat(endpoint.codeProperty().get()).contains("Bearer a-token-for-this-test-only");
  }

  @Test
  void whatKeepsItFromStartingIsSaid() {
    endpoint.start(new Reach(80, false, Optional.empty()));

    assertThat(server.captionProperty().get()).isEqualTo("No server");
    assertThat(server.problemProperty().get()).contains("Port 80 is for the administrator");
  }
}
