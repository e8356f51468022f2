package dev.inkling.app.desktop;

import dev.inkling.api.BearerToken;
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
import dev.inkling.app.endpoint.EndpointViewModel;
import dev.inkling.app.endpoint.VisitorLog;
import dev.inkling.app.experiments.ExperimentStore;
import dev.inkling.app.experiments.ExperimentsViewModel;
import dev.inkling.app.experiments.Inquiry;
import dev.inkling.app.experiments.StoreAccess;
import dev.inkling.app.instance.OneWindow;
import dev.inkling.app.learn.LearnedModels;
import dev.inkling.app.learn.TeachViewModel;
import dev.inkling.app.learn.TeachingProcess;
import dev.inkling.app.predict.Asked;
import dev.inkling.app.predict.HttpPredictor;
import dev.inkling.app.predict.PredictionViewModel;
import dev.inkling.app.predict.Predictor;
import dev.inkling.app.predict.Rehearsal;
import dev.inkling.app.server.ConfigFolder;
import dev.inkling.app.server.LocalServer;
import dev.inkling.app.server.ServerControl;
import dev.inkling.app.server.ServerReady;
import dev.inkling.app.server.ServerViewModel;
import dev.inkling.app.server.SystemBrowser;
import dev.inkling.app.settings.Configuration;
import dev.inkling.app.settings.Preferences;
import dev.inkling.app.settings.Settings;
import dev.inkling.app.texts.Language;
import dev.inkling.app.texts.Sentence;
import dev.inkling.icons.Icons;
import dev.inkling.model.ink.DrawingRenderer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Dimension2D;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.stage.Stage;

/// The desktop program: puts the window and its server together. The window comes first; what it
/// takes to answer is loaded behind it.
public final class Desktop extends Application {
  /// Long enough for a server to come back, short enough not to be waited for.
  private static final long SECONDS_BETWEEN_ATTEMPTS = 2;

  /// What is chosen within that time is written together.
  private static final long SECONDS_UNTIL_WRITTEN = 1;

  /// A window that is just being opened by another start takes files after so long.
  private static final Duration OTHERS_START = Duration.ofSeconds(3);

  /// More than a server takes to start on a slow machine, less than a system waits before it kills.
  private static final Duration LONGEST_LOADING = Duration.ofSeconds(8);

  /// JavaFX ends by itself on a signal, and then may not come to what it was asked to do.
  private static final Duration LONGEST_FAREWELL = Duration.ofSeconds(1);

  private final Background background = Background.ofJavaFx();
  private final Language language = new Language();
  private final CompletableFuture<HttpClient> http = new CompletableFuture<>();
  private final Path folder = ConfigFolder.ofThisUser();
  private Optional<LocalServer> server = Optional.empty();
  private Optional<Preferences> preferences = Optional.empty();
  private Optional<OneWindow> oneWindow = Optional.empty();
  private final LearnedModels learned = LearnedModels.ofThisUser();
  private final StoreAccess experiments =
      new StoreAccess(DataFolder.ofThisUser().resolve(ExperimentStore.NAME), Clock.systemUTC());
  private Optional<DrawingKeeper> keeper = Optional.empty();
  private volatile CompletableFuture<Void> loading = CompletableFuture.completedFuture(null);
  private final CompletableFuture<Void> stopped = new CompletableFuture<>();

  /// Opens the window with these files, and returns when it has been closed; where the person has
  /// it open already, hands them to that one.
  ///
  /// @param configuration of its server
  public static void open(Configuration configuration, List<Path> files) {
    if (OneWindow.handOver(ConfigFolder.ofThisUser(), files)) {
      return;
    }
    // Java2D paints the strokes; its own window system must stay out of JavaFX's way.
    System.setProperty("java.awt.headless", "true");
    Application.launch(
        Desktop.class,
        Stream.concat(
                configuration.byKey().entrySet().stream()
                    .map(setting -> "--%s=%s".formatted(setting.getKey(), setting.getValue())),
                files.stream().map(file -> file.toAbsolutePath().toString()))
            .toArray(String[]::new));
  }

  @Override
  public void start(Stage stage) {
    List<Path> files = getParameters().getUnnamed().stream().map(Path::of).toList();
    if (anotherTook(files)) {
      Platform.exit();
      return;
    }
    Runtime.getRuntime().addShutdownHook(new Thread(this::stopOnSignal, "stop-window"));
    Configuration configuration = Configuration.ofKeys(getParameters().getNamed());
    Path models = configuration.get(Settings.MODELS_FOLDER);
    var visitors =
        new VisitorLog(background, Clock.system(ZoneId.systemDefault()), HttpPredictor::isOwn);
    ServerOptions options = configuration.serverOptions().withListener(visitors);
    var local = new LocalServer(options, () -> learned.with(models), configuration.safety()::on);
    server = Optional.of(local);
    var asked = new SimpleObjectProperty<Optional<Asked>>(Optional.empty());
    Supplier<Optional<BearerToken>> token = () -> local.reach().token().map(BearerToken::new);
    var quiet = new HttpPredictor(http::join, token, last -> {});
    var predictor =
        new HttpPredictor(
            http::join,
            token,
            last -> background.screen().execute(() -> asked.set(Optional.of(last))));
    var renderer = new DrawingRenderer();
    var serverStart = new CompletableFuture<ServerReady>();
    MainViewModel viewModel =
        viewModel(predictor, quiet, renderer, serverStart, local, visitors, models);
    viewModel.endpoint().lastProperty().bind(asked);
    remember(viewModel, stage);
    if (!configuration.isChosen(Settings.PORT)) {
      viewModel.endpoint().switches().chosenPortProperty().get().ifPresent(local::prefer);
    }
    stage.setTitle("Inkling");
    // Closing takes an open tooltip along; Platform.exit() stumbles over one and crashes on Linux.
    Scene scene = new MainWindow(viewModel, renderer, language, stage::close).scene();
    stage.setScene(scene);
    viewModel
        .look()
        .textSizeProperty()
        .subscribe(
            size -> {
              Dimension2D least = MainWindow.leastSize(size);
              stage.setMinWidth(least.getWidth());
              stage.setMinHeight(least.getHeight());
            });
    FirstFrame.then(
        scene,
        () -> {
          Icons.window().forEach(icon -> stage.getIcons().add(new Image(icon.toExternalForm())));
          oneWindow.ifPresent(only -> listen(only, stage, viewModel));
          if (!files.isEmpty()) {
            viewModel.open(files);
          }
          // Only now: loading a model would take the processor from the window.
          startServer(local, new Rehearsal(quiet, renderer), serverStart);
        });
    stage.show();
  }

  /// Java lets the threads that load models run on while it ends, and writes down meanwhile which
  /// classes there are (decision 28): they crash then, or half of the classes are missing. So they
  /// are waited for; the window has gone from the screen before.
  @Override
  public void stop() {
    if (stopped.isDone()) {
      return;
    }
    preferences.ifPresent(Preferences::close);
    oneWindow.ifPresent(OneWindow::close);
    keeper.ifPresent(DrawingKeeper::close);
    experiments.close();
    if (http.isDone()) {
      http.join().shutdownNow();
    }
    server.ifPresent(LocalServer::close);
    await(loading, LONGEST_LOADING);
    stopped.complete(null);
  }

  /// Whoever logs out, or ends the program from elsewhere, loses nothing either.
  private void stopOnSignal() {
    if (!stopped.isDone()) {
      // JavaFX ends by itself meanwhile, and would tell of each frame that it can't paint any more.
      System.setErr(
          new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
      background.screen().execute(this::stop);
      await(loading, LONGEST_LOADING);
      await(stopped, LONGEST_FAREWELL);
    }
  }

  private static void await(CompletableFuture<Void> end, Duration longest) {
    end.copy().completeOnTimeout(null, longest.toMillis(), TimeUnit.MILLISECONDS).join();
  }

  private MainViewModel viewModel(
      Predictor predictor,
      Predictor quiet,
      DrawingRenderer renderer,
      CompletionStage<ServerReady> serverStart,
      ServerControl control,
      VisitorLog visitors,
      Path models) {
    Executor screen = background.screen();
    KeptDrawing kept = KeptDrawing.in(DataFolder.ofThisUser(), WholeFile.MOVED_INTO_PLACE);
    KeptDrawing.Restored restored = kept.read();
    DrawingViewModel drawing =
        restored.drawing().map(DrawingViewModel::new).orElseGet(DrawingViewModel::new);
    var dialogs = new SystemFileDialogs(language);
    var document =
        new DocumentViewModel(
            drawing, renderer, dialogs, WholeFile.MOVED_INTO_PLACE, background, language);
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
        drawing,
        document,
        prediction,
        serverViewModel,
        new EndpointViewModel(serverViewModel, control, background, visitors),
        new ExperimentsViewModel(
            drawing,
            renderer,
            experiments,
            new Inquiry(serverViewModel.addressProperty()::get, quiet),
            new TeachViewModel(
                new TeachingProcess(experiments.file(), models, learned.candidates()),
                learned,
                models,
                background,
                System::nanoTime),
            dialogs,
            () -> learned.with(models).cards(),
            SystemBrowser.ofThisSystem(),
            background,
            Clock.systemUTC(),
            new Random()),
        new PenUpWatch(System::nanoTime),
        new LookViewModel(
            Platform.getPreferences().colorSchemeProperty(), Locale.getDefault(), language));
  }

  private void remember(MainViewModel viewModel, Stage stage) {
    var kept =
        new Preferences(
            folder.resolve("window.properties"),
            background,
            CompletableFuture.delayedExecutor(
                SECONDS_UNTIL_WRITTEN, TimeUnit.SECONDS, background.screen()),
            language);
    preferences = Optional.of(kept);
    Remembered.by(kept, viewModel, stage);
    viewModel.tell(kept.noticeProperty());
  }

  /// Whether the window is open elsewhere and now shows the files.
  private boolean anotherTook(List<Path> files) {
    try {
      oneWindow = OneWindow.claim(folder);
      return oneWindow.isEmpty() && OneWindow.handOver(folder, files, OTHERS_START);
    } catch (IOException noLock) {
      // Two windows are better than none.
      return false;
    }
  }

  private void listen(OneWindow only, Stage stage, MainViewModel viewModel) {
    try {
      only.listen(files -> background.screen().execute(() -> raise(stage, viewModel, files)));
    } catch (IOException noSocket) {
      // A second start opens a second window then, as with most programs.
    }
  }

  private static void raise(Stage stage, MainViewModel viewModel, List<Path> files) {
    stage.setIconified(false);
    stage.toFront();
    stage.requestFocus();
    if (!files.isEmpty()) {
      viewModel.open(files);
    }
  }

  private void startServer(
      LocalServer local, Rehearsal rehearsal, CompletableFuture<ServerReady> start) {
    var loaded = new CompletableFuture<Void>();
    loading = loaded;
    // Beside the server: to read which certificates it trusts takes a client a tenth of a second.
    http.completeAsync(
        () -> HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build(),
        background.worker());
    new BackgroundTask<>(
            progress -> {
              try {
                ServerReady ready = local.start();
                rehearsal.walk(ready.address());
                return ready;
              } finally {
                loaded.complete(null);
              }
            })
        .onSuccess(start::complete)
        .onFailure(start::completeExceptionally)
        .startOn(background);
  }
}
