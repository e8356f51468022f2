package dev.inkling.app.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.app.background.Background;
import dev.inkling.app.predict.Asked;
import dev.inkling.app.server.ServerReady;
import dev.inkling.app.server.ServerViewModel;
import dev.inkling.app.texts.Language;
import dev.inkling.app.texts.Sentence;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
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

    serverAnswers();

    assertThat(endpoint.codeProperty().get())
        .isEqualTo("curl -F file=@drawing.png 'http://127.0.0.1:8000/predict?explain=true'");
    endpoint.languageProperty().set(RequestCode.PYTHON);
    assertThat(endpoint.codeProperty().get()).startsWith("import requests");
  }

  @Test
  void itIsTheRequestThatTheWindowSentLast() {
    serverAnswers();

    endpoint.lastProperty().set(asked("/predict?explain=true&model=seed", "{}"));

    assertThat(endpoint.codeProperty().get()).contains("/predict?explain=true&model=seed'");
  }

  @Test
  void othersAreToldTheAddressThatTheyReachAndTheToken() {
    serverAnswers();
    endpoint.switches().networkProperty().set(true);
    endpoint.switches().openToNetwork();

    assertThat(endpoint.codeProperty().get())
        .contains("http://192.168.1.5:8000/predict", "Bearer " + TestEndpoint.TOKEN);

    endpoint.switches().networkProperty().set(false);

    assertThat(endpoint.codeProperty().get())
        .contains("http://127.0.0.1:8000/predict")
        .doesNotContain("Bearer");
  }

  @Test
  void theAnswerIsLaidOutOnlyWhileSomebodyLooks() {
    List<String> shown = new ArrayList<>();
    endpoint.answerProperty().subscribe(answer -> shown.add(answer));
    endpoint.lastProperty().set(asked("/predict", "{\"digit\":7}"));
    assertThat(shown).containsExactly("");

    endpoint.showingProperty().set(true);
    endpoint.showingProperty().set(false);
    endpoint.lastProperty().set(asked("/predict", "{\"digit\":8}"));

    assertThat(shown).hasSize(2);
    assertThat(shown.getLast()).contains("\"digit\": 7");
    assertThat(endpoint.wholeAnswer()).contains("\"digit\": 8");
  }

  private void serverAnswers() {
    begun.complete(new ServerReady(URI.create("http://127.0.0.1:8000"), Sentence.NONE));
  }

  private static Optional<Asked> asked(String path, String answer) {
    return Optional.of(new Asked(URI.create("http://127.0.0.1:8000" + path), answer));
  }
}
