package dev.inkling.app.desktop;

import atlantafx.base.theme.Styles;
import dev.inkling.app.compare.CompareView;
import dev.inkling.app.draw.DrawingSurface;
import dev.inkling.app.draw.DrawingToolbar;
import dev.inkling.app.predict.AnswerView;
import dev.inkling.app.predict.InkOverlay;
import dev.inkling.app.predict.PredictionViewModel.Answered;
import dev.inkling.app.server.ServerBar;
import dev.inkling.app.texts.Language;
import dev.inkling.app.texts.Texts;
import dev.inkling.model.ink.Drawing;
import dev.inkling.model.ink.DrawingRenderer;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The window's content: the paper on the left, the answer on the right, the server below.
public final class MainWindow extends BorderPane {
  /// The paper at its true size, so that at the start each of its pixels is one on the screen.
  private static final double WIDTH = 1024;

  private static final double HEIGHT = 712;

  static final double LEAST_WIDTH = 760;
  static final double LEAST_HEIGHT = 600;

  private final MainViewModel viewModel;
  private final Language language;
  private final Texts texts;
  private final Runnable quit;
  private final DrawingToolbar tools;
  private Optional<Drawing> answeredButNotDrawn = Optional.empty();

  /// Shows that view model.
  ///
  /// @param language of all its words
  /// @param quit closes the window and ends the program
  public MainWindow(
      MainViewModel viewModel, DrawingRenderer renderer, Language language, Runnable quit) {
    this.viewModel = viewModel;
    this.language = language;
    texts = language.of(MainWindow.class);
    this.quit = quit;
    tools = new DrawingToolbar(viewModel.drawing(), language);
    getStyleClass().add("main-window");

    var surface = new DrawingSurface(viewModel.drawing(), renderer, language);
    var debug = new DebugOverlay(viewModel, language);
    StackPane.setAlignment(debug, Pos.TOP_LEFT);
    var desk =
        new StackPane(surface, new InkOverlay(viewModel.prediction(), surface::onSurface), debug);
    desk.getStyleClass().add("desk");
    // As wide as the paper, which is a square: what is left over goes to the bars.
    desk.maxWidthProperty().bind(desk.heightProperty());
    HBox.setHgrow(desk, Priority.ALWAYS);
    TabPane side = side();
    HBox.setHgrow(side, Priority.SOMETIMES);
    var middle = new HBox(desk, side);
    middle.getStyleClass().add("middle");
    middle.setAlignment(Pos.CENTER);

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
    var scene = new Scene(this, WIDTH, HEIGHT);
    scene.getStylesheets().addAll(stylesheet("inkling.css"), stylesheet("inkling-answers.css"));
    Map<KeyCombination, Runnable> keys = scene.getAccelerators();
    keys.put(Shortcut.UNDO.keys(), viewModel.drawing()::undo);
    keys.put(Shortcut.REDO.keys(), viewModel.drawing()::redo);
    keys.put(Shortcut.REDO_AS_ON_WINDOWS.keys(), viewModel.drawing()::redo);
    keys.put(Shortcut.CLEAR.keys(), viewModel.drawing()::clear);
    keys.put(Shortcut.CLEAR_WITHOUT_DELETE_KEY.keys(), viewModel.drawing()::clear);
    keys.put(new KeyCodeCombination(KeyCode.ESCAPE), viewModel.prediction().why()::leave);
    keys.put(Shortcut.QUIT.keys(), quit);
    keys.put(Shortcut.DEBUG.keys(), this::toggleDebugging);
    scene.addPostLayoutPulseListener(this::pulse);
    return scene;
  }

  private static String stylesheet(String name) {
    return Objects.requireNonNull(MainWindow.class.getResource(name)).toExternalForm();
  }

  private Node top() {
    Shortcut.UNDO.explain(tools.undo(), texts.bound("undo"));
    Shortcut.REDO.explain(tools.redo(), texts.bound("redo"));
    Shortcut.CLEAR.explain(tools.clear(), texts.bound("clear"));
    var gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    var top = new HBox(tools, gap, themeButton());
    top.getStyleClass().add("top-bar");
    top.setAlignment(Pos.CENTER_LEFT);
    return top;
  }

  /// What there is to see beside the paper.
  private TabPane side() {
    Tab compare = tab("compare", new CompareView(viewModel.compare(), language));
    viewModel.compare().showingProperty().bind(compare.selectedProperty());
    var side =
        new TabPane(tab("answer", new AnswerView(viewModel.prediction(), language)), compare);
    side.setId("side");
    side.getStyleClass().addAll(TabPane.STYLE_CLASS_FLOATING, "side");
    side.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
    return side;
  }

  private Tab tab(String name, Node content) {
    var tab = new Tab();
    tab.setId("tab-" + name);
    tab.textProperty().bind(texts.bound("tab." + name));
    tab.setContent(content);
    return tab;
  }

  private Node bottom() {
    var status = new StatusLine(viewModel);
    HBox.setHgrow(status, Priority.ALWAYS);
    var gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    var bottom = new HBox(new ServerBar(viewModel.server(), language), gap, status);
    bottom.getStyleClass().add("bottom-bar");
    bottom.setAlignment(Pos.CENTER_LEFT);
    return bottom;
  }

  private Button themeButton() {
    var icon = new FontIcon(Feather.MOON);
    var button = new Button(null, icon);
    button.setId("theme");
    button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
    texts.explain(button, "theme");
    button.setOnAction(
        event -> viewModel.themeProperty().set(viewModel.themeProperty().get().other()));
    viewModel
        .themeProperty()
        .subscribe(theme -> icon.setIconCode(theme == Theme.DARK ? Feather.SUN : Feather.MOON));
    return button;
  }

  private void toggleDebugging() {
    viewModel.debuggingProperty().set(!viewModel.debuggingProperty().get());
  }

  /// Layout is done and the frame goes to the screen: the bars in it are drawn.
  private void pulse() {
    Optional<Drawing> drawn = answeredButNotDrawn;
    answeredButNotDrawn = Optional.empty();
    drawn.ifPresent(drawing -> viewModel.penUpWatch().barsDrawn(drawing));
  }
}
