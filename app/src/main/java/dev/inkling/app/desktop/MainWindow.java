package dev.inkling.app.desktop;

import atlantafx.base.controls.ModalPane;
import dev.inkling.app.document.DocumentLine;
import dev.inkling.app.document.PictureExchange;
import dev.inkling.app.draw.DrawingKeys;
import dev.inkling.app.draw.DrawingSurface;
import dev.inkling.app.draw.DrawingToolbar;
import dev.inkling.app.draw.DrawingViewModel;
import dev.inkling.app.experiments.ExperimentsView;
import dev.inkling.app.experiments.TruthKeys;
import dev.inkling.app.predict.InkOverlay;
import dev.inkling.app.predict.PredictionViewModel.Answered;
import dev.inkling.app.server.ServerBar;
import dev.inkling.app.texts.Language;
import dev.inkling.app.texts.Texts;
import dev.inkling.model.ink.Drawing;
import dev.inkling.model.ink.DrawingRenderer;
import java.util.Optional;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Dimension2D;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// The window's content: the menu above, the paper on the left, the answer on the right, the
/// server below.
public final class MainWindow extends BorderPane {
  /// The paper at its true size, so that at the start each of its pixels is one on the screen.
  private static final double WIDTH = 1024;

  private static final double HEIGHT = 742;

  private static final double LEAST_WIDTH = 760;
  private static final double LEAST_HEIGHT = 600;

  /// What every screen has, also for large text.
  private static final double SCREEN_WIDTH = 1024;

  private static final double SCREEN_HEIGHT = 640;

  private final MainViewModel viewModel;
  private final Language language;
  private final Texts texts;
  private final Commands commands;
  private final PictureExchange exchange;
  private final ModalPane sheets = new ModalPane();
  private final DrawingSurface surface;
  private final StackPane desk;
  private final StackPane layers = new StackPane();
  private final StackPane top = place("top");
  private final StackPane side = place("side");
  private final StackPane bottom = place("bottom");
  private boolean furnished;
  private Optional<Drawing> answeredButNotDrawn = Optional.empty();

  /// Shows that view model.
  ///
  /// @param language of all its words
  /// @param quit closes the window and ends the program
  public MainWindow(
      MainViewModel viewModel, DrawingRenderer renderer, Language language, Runnable quit) {
    Wardrobe.hangTheme(viewModel.look());
    this.viewModel = viewModel;
    this.language = language;
    texts = language.of(MainWindow.class);
    exchange = new PictureExchange(viewModel.document());
    commands = commands(quit);
    getStyleClass().add("main-window");

    surface = new DrawingSurface(viewModel.drawing(), renderer, language);
    exchange.takeDropsOn(surface);
    desk = new StackPane(surface);
    desk.getStyleClass().add("desk");
    // As wide as the paper, which is a square: what is left over goes to the bars.
    desk.maxWidthProperty().bind(desk.heightProperty());
    HBox.setHgrow(desk, Priority.ALWAYS);
    HBox.setHgrow(side, Priority.SOMETIMES);
    var middle = new HBox(desk, side);
    middle.getStyleClass().add("middle");
    middle.setAlignment(Pos.CENTER);

    // What became of a drawing is said where it was.
    Texts ofExperiments = language.of(ExperimentsView.class);
    viewModel
        .experiments()
        .recording()
        .lineProperty()
        .addListener(
            (line, before, now) -> viewModel.document().tell(any -> now.in(ofExperiments)));

    layers.getChildren().add(this);
    setTop(top);
    setCenter(middle);
    setBottom(bottom);
    viewModel
        .prediction()
        .answeredProperty()
        .addListener((answered, before, now) -> answeredButNotDrawn = now.map(Answered::drawing));
  }

  /// This content as a scene with the keys that it listens to.
  public Scene scene() {
    var scene = new Scene(layers, WIDTH, HEIGHT);
    Wardrobe.dress(scene, viewModel.look());
    commands.listen(scene);
    DrawingKeys.listen(scene, viewModel.drawing());
    TruthKeys.listen(scene, viewModel.experiments());
    scene.addPostLayoutPulseListener(this::pulse);
    return scene;
  }

  /// As large from the start as what it will hold, so that the paper stays where it is.
  private static StackPane place(String name) {
    var place = new StackPane();
    place.getStyleClass().add(name + "-place");
    return place;
  }

  /// Puts everything around the paper in its place. A start does not wait for it: there is
  /// something to draw on before.
  private void furnish() {
    var tools = new DrawingToolbar(viewModel.drawing(), language);
    top.getChildren()
        .add(new TopBar(commands, viewModel.document(), exchange, tools, viewModel.look(), texts));
    side.getChildren().add(new SideTabs(viewModel, language, texts));
    bottom.getChildren().add(bottomBar());
    layOverPaper();
    prepareSheets();
  }

  private void layOverPaper() {
    var debug = new DebugOverlay(viewModel, language);
    StackPane.setAlignment(debug, Pos.TOP_LEFT);
    var example =
        new ExampleButton(
            viewModel.example(), viewModel.drawing(), texts, () -> commands.run(Command.EXAMPLE));
    StackPane.setAlignment(example, Pos.BOTTOM_CENTER);
    StackPane.setMargin(example, new Insets(24, 24, 72, 24));
    var files = new DocumentLine(viewModel.document());
    StackPane.setAlignment(files, Pos.BOTTOM_CENTER);
    var answers = new InkOverlay(viewModel.prediction(), surface::onSurface);
    desk.getChildren().addAll(answers, example, files, debug);
  }

  private void prepareSheets() {
    // At once, for who looks something up is in the midst of something else.
    sheets.setInTransitionFactory(null);
    sheets.setOutTransitionFactory(null);
    sheets.setFocusTraversable(false);
    // What was put away is not there for a screen reader either.
    sheets
        .displayProperty()
        .subscribe(
            shown -> {
              if (!shown) {
                sheets.setContent(null);
              }
            });
    layers.getChildren().add(sheets);
  }

  /// What each command does.
  private Commands commands(Runnable quit) {
    DrawingViewModel drawing = viewModel.drawing();
    ObjectProperty<TextSize> textSize = viewModel.look().textSizeProperty();
    return new Commands(texts)
        .on(Command.OPEN, viewModel.document()::open)
        .on(Command.SAVE, viewModel.document()::save)
        .on(Command.QUIT, quit)
        .on(Command.COPY, exchange::copy)
        .on(Command.PASTE, exchange::paste)
        .on(Command.UNDO, drawing::undo, drawing.canUndoProperty())
        .on(Command.REDO, drawing::redo, drawing.canRedoProperty())
        .on(Command.CLEAR, drawing::clear, drawing.blankProperty().not())
        .on(Command.TEXT_LARGER, () -> textSize.set(textSize.get().larger()))
        .on(Command.TEXT_SMALLER, () -> textSize.set(textSize.get().smaller()))
        .on(Command.TEXT_NORMAL, () -> textSize.set(TextSize.NORMAL))
        .on(Command.ANSWER, viewModel.prediction().why()::leave)
        .on(Command.DEBUG, this::toggleDebugging)
        .on(Command.REPORT, viewModel.experiments().exchange()::report)
        .on(Command.EXPORT_EXPERIMENTS, viewModel.experiments().exchange()::exportThem)
        .on(Command.IMPORT_EXPERIMENTS, viewModel.experiments().exchange()::importThem)
        .on(Command.EXAMPLE, viewModel.example()::play)
        .on(Command.SHORTCUTS, () -> lay("shortcuts", new ShortcutSheet(texts)))
        .on(Command.ABOUT, () -> lay("about", new AboutSheet(texts, viewModel.server()::openDocs)));
  }

  /// Lays a sheet over the window.
  private void lay(String id, Node content) {
    var sheet =
        new Sheet(
            id, texts.bound("sheet." + id), content, texts.bound("sheet.close"), sheets::hide);
    sheets.show(sheet);
    sheet.takeFocus();
  }

  /// The smallest window in which nothing is cut.
  static Dimension2D leastSize(TextSize text) {
    return new Dimension2D(
        Math.min(LEAST_WIDTH * text.times(), SCREEN_WIDTH),
        Math.min(LEAST_HEIGHT * text.times(), SCREEN_HEIGHT));
  }

  private Node bottomBar() {
    var status = new StatusLine(viewModel);
    HBox.setHgrow(status, Priority.ALWAYS);
    var gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    var bottom =
        new HBox(
            new ServerBar(viewModel.server(), language, viewModel.endpoint().switches()::start),
            gap,
            status);
    bottom.getStyleClass().add("bottom-bar");
    bottom.setAlignment(Pos.CENTER_LEFT);
    return bottom;
  }

  private void toggleDebugging() {
    viewModel.debuggingProperty().set(!viewModel.debuggingProperty().get());
  }

  /// Layout is done and the frame goes to the screen: the paper and the bars in it are drawn.
  private void pulse() {
    if (!furnished) {
      furnished = true;
      Platform.runLater(this::furnish);
    }
    Optional<Drawing> drawn = answeredButNotDrawn;
    answeredButNotDrawn = Optional.empty();
    drawn.ifPresent(drawing -> viewModel.penUpWatch().barsDrawn(drawing));
  }
}
