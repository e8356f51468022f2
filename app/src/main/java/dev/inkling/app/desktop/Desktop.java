package dev.inkling.app.desktop;

import dev.inkling.app.background.Background;
import dev.inkling.app.draw.DrawingViewModel;
import dev.inkling.app.predict.HttpPredictor;
import dev.inkling.app.predict.PredictionViewModel;
import dev.inkling.app.server.ServerReady;
import dev.inkling.app.server.ServerViewModel;
import dev.inkling.app.server.SystemBrowser;
import dev.inkling.model.ink.DrawingRenderer;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;

/// The desktop program.
public final class Desktop extends Application {
  /// Long enough for a server to come back, short enough not to be waited for.
  private static final long SECONDS_BETWEEN_ATTEMPTS = 2;

  @Override
  public void start(Stage stage) {
    Background background = Background.ofJavaFx();
    Executor screen = background.screen();
    Executor later =
        CompletableFuture.delayedExecutor(SECONDS_BETWEEN_ATTEMPTS, TimeUnit.SECONDS, screen);
    var renderer = new DrawingRenderer();
    var server =
        new ServerViewModel(
            CompletableFuture.completedFuture(
                new ServerReady(URI.create(getParameters().getRaw().getFirst()), "")),
            SystemBrowser.ofThisSystem(),
            screen);
    var prediction =
        new PredictionViewModel(
            server.addressProperty(),
            new HttpPredictor(HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()),
            renderer,
            background,
            later);
    var viewModel =
        new MainViewModel(
            new DrawingViewModel(), prediction, server, new PenUpWatch(System::nanoTime));
    viewModel.themeProperty().set(Theme.of(Platform.getPreferences().getColorScheme()));
    viewModel
        .themeProperty()
        .subscribe(theme -> Application.setUserAgentStylesheet(theme.stylesheet()));
    stage.setTitle("Inkling");
    stage.setScene(new MainWindow(viewModel, renderer, Platform::exit).scene());
    stage.setMinWidth(760);
    stage.setMinHeight(600);
    stage.show();
  }
}
