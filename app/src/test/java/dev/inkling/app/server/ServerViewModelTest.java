package dev.inkling.app.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.model.ModelUnusable;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

final class ServerViewModelTest {
  private static final URI ADDRESS = URI.create("http://127.0.0.1:8000");

  private final CompletableFuture<ServerReady> start = new CompletableFuture<>();
  private final List<URI> opened = new ArrayList<>();
  private final ServerViewModel viewModel =
      new ServerViewModel(
          start,
          page -> {
            opened.add(page);
            return CompletableFuture.completedFuture(page);
          },
          Runnable::run);

  @Test
  void saysThatTheServerIsOnItsWay() {
    assertThat(viewModel.captionProperty().get()).startsWith("Starting");
    assertThat(viewModel.addressProperty().get()).isEmpty();
    viewModel.openDocs();
    assertThat(opened).isEmpty();
  }

  @Test
  void showsTheAddressOnceThereIsOne() {
    start.complete(new ServerReady(ADDRESS, "Port 8000 is taken."));
    assertThat(viewModel.captionProperty().get()).isEqualTo("http://127.0.0.1:8000");
    assertThat(viewModel.addressProperty().get()).contains(ADDRESS);
    assertThat(viewModel.noticeProperty().get()).isEqualTo("Port 8000 is taken.");
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
  void withoutABrowserItSaysWhereToGo() {
    var without =
        new ServerViewModel(
            start, page -> CompletableFuture.failedStage(new IOException()), Runnable::run);
    start.complete(new ServerReady(ADDRESS, ""));
    without.openDocs();
    assertThat(without.noticeProperty().get()).contains("http://127.0.0.1:8000/docs");
  }
}
