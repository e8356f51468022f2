package dev.inkling.app.desktop;

import dev.inkling.api.ServerOptions;
import dev.inkling.app.background.Background;
import dev.inkling.app.background.BackgroundTask;
import dev.inkling.app.document.DataFolder;
import dev.inkling.app.document.DocumentViewModel;
import dev.inkling.app.document.DrawingKeeper;
import dev.inkling.app.document.KeptDrawing;
import dev.inkling.app.document.SystemFileDialogs;
import dev.inkling.app.document.WholeFile;
import dev.inkling.app.draw.DrawingViewModel;
import dev.inkling.app.predict.HttpPredictor;
import dev.inkling.app.predict.PredictionViewModel;
import dev.inkling.app.predict.Predictor;
import dev.inkling.app.predict.Rehearsal;
import dev.inkling.app.server.LocalServer;
import dev.inkling.app.server.ServerReady;
import dev.inkling.app.server.ServerViewModel;
import dev.inkling.app.server.SystemBrowser;
import dev.inkling.app.settings.Configuration;
import dev.inkling.app.settings.Settings;
import dev.inkling.app.texts.Language;
import dev.inkling.app.texts.Sentence;
import dev.inkling.icons.Icons;
import dev.inkling.model.ink.DrawingRenderer;
import dev.inkling.model.serving.ModelStore;
import java.net.http.HttpClient;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.image.Image;
import javafx.stage.Stage;

/// The desktop program: puts the window and its server together. The window comes first; what it
/// takes to answer is loaded behind it.
public final class Desktop extends Application {
  /// Long enough for a server to come back, short enough not to be waited for.
  private static final long SECONDS_BETWEEN_ATTEMPTS = 2;

  private final Background background = Background.ofJavaFx();
  private final Language language = new Language();
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private Optional<LocalServer> server = Optional.empty();
  private Optional<DrawingKeeper> keeper = Optional.empty();

  /// Opens the window, and returns when it has been closed.
  ///
  /// @param configuration of its server
  public static void open(Configuration configuration) {
    // Java2D paints the strokes; its own window system must stay out of JavaFX's way.
    System.setProperty("java.awt.headless", "true");
    Application.launch(
        Desktop.class,
        configuration.byKey().entrySet().stream()
            .map(setting -> "--%s=%s".formatted(setting.getKey(), setting.getValue()))
            .toArray(String[]::new));
  }

  @Override
  public void start(Stage stage) {
    Configuration configuration = Configuration.ofKeys(getParameters().getNamed());
    ServerOptions options = configuration.serverOptions();
    var predictor = new HttpPredictor(http, options.access().token());
    var renderer = new DrawingRenderer();
    var serverStart = new CompletableFuture<ServerReady>();
    MainViewModel viewModel = viewModel(predictor, renderer, serverStart);
    viewModel.themeProperty().set(Theme.of(Platform.getPreferences().getColorScheme()));
    viewModel
        .themeProperty()
        .subscribe(theme -> Application.setUserAgentStylesheet(theme.stylesheet()));
    language.localeProperty().set(Language.nearest(Locale.getDefault()));
    stage.setTitle("Inkling");
    Icons.window().forEach(icon -> stage.getIcons().add(new Image(icon.toExternalForm())));
    // Closing takes an open tooltip along; Platform.exit() stumbles over one and crashes on Linux.
    stage.setScene(new MainWindow(viewModel, renderer, language, stage::close).scene());
    stage.setMinWidth(MainWindow.LEAST_WIDTH);
    stage.setMinHeight(MainWindow.LEAST_HEIGHT);
    stage.show();
    // Only now: loading a model would take the processor from the window.
    ModelStore models = ModelStore.open(configuration.get(Settings.MODELS_FOLDER));
    startServer(new LocalServer(options, models), new Rehearsal(predictor, renderer), serverStart);
  }

  @Override
  public void stop() {
    keeper.ifPresent(DrawingKeeper::close);
    http.shutdownNow();
    server.ifPresent(LocalServer::close);
  }

  private MainViewModel viewModel(
      Predictor predictor, DrawingRenderer renderer, CompletionStage<ServerReady> serverStart) {
    Executor screen = background.screen();
    KeptDrawing kept = KeptDrawing.in(DataFolder.ofThisUser(), WholeFile.MOVED_INTO_PLACE);
    KeptDrawing.Restored restored = kept.read();
    DrawingViewModel drawing =
        restored.drawing().map(DrawingViewModel::new).orElseGet(DrawingViewModel::new);
    var document =
        new DocumentViewModel(
            drawing,
            renderer,
            new SystemFileDialogs(language),
            WholeFile.MOVED_INTO_PLACE,
            background,
            language);
    document.warn(restored.notice());
    keeper =
        Optional.of(
            new DrawingKeeper(
                drawing, kept, background, failure -> document.warn(Sentence.of("kept.failed"))));
    var serverViewModel =
        new ServerViewModel(serverStart, SystemBrowser.ofThisSystem(), screen, language);
    var prediction =
        new PredictionViewModel(
            serverViewModel.addressProperty(),
            predictor,
            renderer,
            background,
            CompletableFuture.delayedExecutor(SECONDS_BETWEEN_ATTEMPTS, TimeUnit.SECONDS, screen),
            language);
    return new MainViewModel(
        drawing, document, prediction, serverViewModel, new PenUpWatch(System::nanoTime));
  }

  private void startServer(
      LocalServer local, Rehearsal rehearsal, CompletableFuture<ServerReady> start) {
    server = Optional.of(local);
    new BackgroundTask<>(
            progress -> {
              ServerReady ready = local.start();
              rehearsal.walk(ready.address());
              return ready;
            })
        .onSuccess(start::complete)
        .onFailure(start::completeExceptionally)
        .startOn(background);
  }
}
