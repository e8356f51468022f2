package dev.inkling.app.desktop;

import atlantafx.base.controls.ModalPane;
import atlantafx.base.theme.Styles;
import dev.inkling.app.compare.CompareView;
import dev.inkling.app.document.DocumentBar;
import dev.inkling.app.document.DocumentLine;
import dev.inkling.app.document.PictureExchange;
import dev.inkling.app.draw.DrawingKeys;
import dev.inkling.app.draw.DrawingSurface;
import dev.inkling.app.draw.DrawingToolbar;
import dev.inkling.app.draw.DrawingViewModel;
import dev.inkling.app.endpoint.EndpointView;
import dev.inkling.app.experiments.ExperimentsView;
import dev.inkling.app.experiments.TruthKeys;
import dev.inkling.app.predict.AnswerView;
import dev.inkling.app.predict.InkOverlay;
import dev.inkling.app.predict.PredictionViewModel.Answered;
import dev.inkling.app.server.ServerBar;
import dev.inkling.app.texts.Language;
import dev.inkling.app.texts.Texts;
import dev.inkling.model.ink.Drawing;
import dev.inkling.model.ink.DrawingRenderer;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Dimension2D;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SelectionModel;
import javafx.scene.control.Separator;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

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
  private final ModalPane sheets;
  private final DrawingToolbar tools;
  private final PictureExchange exchange;
  private final BooleanProperty paperOnScreen = new SimpleBooleanProperty();
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
    tools = new DrawingToolbar(viewModel.drawing(), language);
    exchange = new PictureExchange(viewModel.document());
    commands = commands(quit);
    sheets = new ModalPane();
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
    getStyleClass().add("main-window");

    var surface = new DrawingSurface(viewModel.drawing(), renderer, language);
    var debug = new DebugOverlay(viewModel, language);
    StackPane.setAlignment(debug, Pos.TOP_LEFT);
    var example =
        new ExampleButton(
            viewModel.example(), viewModel.drawing(), texts, () -> commands.run(Command.EXAMPLE));
    StackPane.setAlignment(example, Pos.BOTTOM_CENTER);
    StackPane.setMargin(example, new Insets(24, 24, 72, 24));
    exchange.takeDropsOn(surface);
    var files = new DocumentLine(viewModel.document());
    StackPane.setAlignment(files, Pos.BOTTOM_CENTER);
    var desk =
        new StackPane(
            surface,
            new InkOverlay(viewModel.prediction(), surface::onSurface),
            example,
            files,
            debug);
    desk.getStyleClass().add("desk");
    // As wide as the paper, which is a square: what is left over goes to the bars.
    desk.maxWidthProperty().bind(desk.heightProperty());
    HBox.setHgrow(desk, Priority.ALWAYS);
    TabPane side = side();
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

    setTop(top());
    setCenter(middle);
    setBottom(bottom());
    viewModel
        .prediction()
        .answeredProperty()
        .addListener((answered, before, now) -> answeredButNotDrawn = now.map(Answered::drawing));
  }

  /// This content as a scene with the keys that it listens to.
  public Scene scene() {
    var scene = new Scene(new StackPane(this, sheets), WIDTH, HEIGHT);
    Wardrobe.dress(scene, viewModel.look());
    commands.listen(scene);
    DrawingKeys.listen(scene, viewModel.drawing());
    TruthKeys.listen(scene, viewModel.experiments());
    scene.addPostLayoutPulseListener(this::pulse);
    return scene;
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

  private Node top() {
    commands.explain(Command.UNDO, tools.undo());
    commands.explain(Command.REDO, tools.redo());
    commands.explain(Command.CLEAR, tools.clear());
    var gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    var files = new DocumentBar(viewModel.document(), exchange);
    commands.explain(Command.OPEN, files.opener());
    commands.explain(Command.SAVE, files.saver());
    var top = new HBox(files, new Separator(Orientation.VERTICAL), tools, gap, themeButton());
    top.getStyleClass().add("top-bar");
    top.setAlignment(Pos.CENTER_LEFT);
    return new VBox(new MainMenu(commands, viewModel.look(), texts), top);
  }

  /// What there is to see beside the paper.
  private TabPane side() {
    var side =
        new TabPane(
            tab(
                "answer",
                new SimpleBooleanProperty(),
                () -> new AnswerView(viewModel.prediction(), language)),
            tab(
                "compare",
                viewModel.compare().showingProperty(),
                () -> new CompareView(viewModel.compare(), language)),
            tab(
                "experiments",
                viewModel.experiments().showingProperty(),
                () -> new ExperimentsView(viewModel.experiments(), language)),
            tab(
                "endpoint",
                viewModel.endpoint().showingProperty(),
                () -> new EndpointView(viewModel.endpoint(), language)));
    side.setId("side");
    side.getStyleClass().addAll(TabPane.STYLE_CLASS_FLOATING, "side");
    side.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
    side.accessibleTextProperty().bind(texts.bound("side"));
    rememberTab(side.getSelectionModel(), side.getTabs());
    return side;
  }

  /// @param looked is told whether somebody looks
  /// @param content made when it is first looked at, and not before there is paper to draw on: a
  ///     start should not wait for it
  private Tab tab(String name, BooleanProperty looked, Supplier<Node> content) {
    var tab = new Tab();
    // First of all: the content is to find its view model looking.
    looked.bind(tab.selectedProperty());
    tab.setId("tab-" + name);
    tab.textProperty().bind(texts.bound("tab." + name));
    // Where the window is too low for it, nothing is cut off.
    var scroll = new ScrollPane();
    scroll.setFitToWidth(true);
    scroll.setFitToHeight(true);
    scroll.accessibleTextProperty().bind(tab.textProperty());
    tab.setContent(scroll);
    Runnable fill =
        () -> {
          if (looked.get() && paperOnScreen.get() && scroll.getContent() == null) {
            scroll.setContent(content.get());
          }
        };
    looked.subscribe(fill);
    paperOnScreen.subscribe(fill);
    return tab;
  }

  private void rememberTab(SelectionModel<Tab> selection, List<Tab> tabs) {
    tabs.stream()
        .filter(tab -> tab.getId().equals(viewModel.sideTabProperty().get()))
        .findFirst()
        .ifPresent(selection::select);
    selection
        .selectedItemProperty()
        .addListener((tab, before, now) -> viewModel.sideTabProperty().set(now.getId()));
  }

  private Node bottom() {
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

  private Button themeButton() {
    var icon = new FontIcon(Feather.MOON);
    var button = new Button(null, icon);
    button.setId("theme");
    button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
    texts.explain(button, "theme.switch");
    button.setOnAction(event -> viewModel.look().switchTheme());
    viewModel
        .look()
        .themeProperty()
        .subscribe(theme -> icon.setIconCode(theme == Theme.DARK ? Feather.SUN : Feather.MOON));
    return button;
  }

  private void toggleDebugging() {
    viewModel.debuggingProperty().set(!viewModel.debuggingProperty().get());
  }

  /// Layout is done and the frame goes to the screen: the paper and the bars in it are drawn.
  private void pulse() {
    paperOnScreen.set(true);
    Optional<Drawing> drawn = answeredButNotDrawn;
    answeredButNotDrawn = Optional.empty();
    drawn.ifPresent(drawing -> viewModel.penUpWatch().barsDrawn(drawing));
  }
}
