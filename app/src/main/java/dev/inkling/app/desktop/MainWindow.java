package dev.inkling.app.desktop;

import dev.inkling.app.draw.DrawingSurface;
import dev.inkling.app.predict.PredictionViewModel.Answered;
import dev.inkling.app.texts.Language;
import dev.inkling.model.ink.Drawing;
import dev.inkling.model.ink.DrawingRenderer;
import java.util.Optional;
import javafx.geometry.Dimension2D;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;

/// The window's content: the menu above, the paper on the left, the answer on the right, the
/// server below. The paper comes first: a start does not wait for what is around it.
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
  private final Runnable quit;
  private final DrawingSurface surface;
  private final StackPane desk;
  private final StackPane layers = new StackPane();
  private final StackPane top = place("top");
  private final StackPane side = place("side");
  private final StackPane bottom = place("bottom");
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
    this.quit = quit;
    getStyleClass().add("main-window");
    surface = new DrawingSurface(viewModel.drawing(), renderer, language);
    desk = new StackPane(surface);
    desk.getStyleClass().add("desk");
    // As wide as the paper, which is a square: what is left over goes to the bars.
    desk.maxWidthProperty().bind(desk.heightProperty());
    HBox.setHgrow(desk, Priority.ALWAYS);
    HBox.setHgrow(side, Priority.SOMETIMES);
    var middle = new HBox(desk, side);
    middle.getStyleClass().add("middle");
    middle.setAlignment(Pos.CENTER);
    setTop(top);
    setCenter(middle);
    setBottom(bottom);
    layers.getChildren().add(this);
    viewModel
        .prediction()
        .answeredProperty()
        .addListener((answered, before, now) -> answeredButNotDrawn = now.map(Answered::drawing));
  }

  /// This content as a scene.
  public Scene scene() {
    var scene = new Scene(layers, WIDTH, HEIGHT);
    Wardrobe.dress(scene, viewModel.look());
    FirstFrame.then(scene, this::furnish);
    scene.addPostLayoutPulseListener(this::pulse);
    return scene;
  }

  /// The smallest window in which nothing is cut.
  static Dimension2D leastSize(TextSize text) {
    return new Dimension2D(
        Math.min(LEAST_WIDTH * text.times(), SCREEN_WIDTH),
        Math.min(LEAST_HEIGHT * text.times(), SCREEN_HEIGHT));
  }

  /// As large from the start as what it will hold, so that the paper stays where it is.
  private static StackPane place(String name) {
    var place = new StackPane();
    place.getStyleClass().add(name + "-place");
    return place;
  }

  /// Puts everything else in its place.
  private void furnish() {
    var surroundings = new Surroundings(viewModel, language, quit);
    top.getChildren().add(surroundings.top());
    side.getChildren().add(surroundings.side());
    bottom.getChildren().add(surroundings.bottom());
    desk.getChildren().addAll(surroundings.over(surface));
    layers.getChildren().add(surroundings.sheets());
    surroundings.listenTo(getScene());
  }

  /// Layout is done and the frame goes to the screen: the paper and the bars in it are drawn.
  private void pulse() {
    Optional<Drawing> drawn = answeredButNotDrawn;
    answeredButNotDrawn = Optional.empty();
    drawn.ifPresent(drawing -> viewModel.penUpWatch().barsDrawn(drawing));
  }
}
