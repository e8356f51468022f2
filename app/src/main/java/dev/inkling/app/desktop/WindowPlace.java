package dev.inkling.app.desktop;

import dev.inkling.app.settings.Preferences;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

/// Where the window stands, and how large it is, from one start to the next.
final class WindowPlace {
  /// A hand needs about so much of the title bar to drag a window by it.
  private static final double GRIP = 80;

  private final Stage stage;
  private final ObjectProperty<Optional<Rectangle2D>> bounds =
      new SimpleObjectProperty<>(Optional.empty());
  private final BooleanProperty maximised = new SimpleBooleanProperty();

  private WindowPlace(Stage stage) {
    this.stage = stage;
  }

  /// Puts the stage where it was, if there still is a screen, and notes from now on where it goes.
  static void remember(Stage stage, Preferences preferences) {
    var place = new WindowPlace(stage);
    preferences.remember("window.bounds", place.bounds, WindowPlace::read, WindowPlace::write);
    preferences.remember("window.maximised", place.maximised);
    place.restore();
    place.watch();
  }

  private void restore() {
    bounds.get().filter(WindowPlace::canBeReached).ifPresent(this::put);
    stage.setMaximized(maximised.get());
  }

  private void put(Rectangle2D place) {
    stage.setX(place.getMinX());
    stage.setY(place.getMinY());
    stage.setWidth(place.getWidth());
    stage.setHeight(place.getHeight());
  }

  private void watch() {
    stage.xProperty().addListener(change -> noteSoon());
    stage.yProperty().addListener(change -> noteSoon());
    stage.widthProperty().addListener(change -> noteSoon());
    stage.heightProperty().addListener(change -> noteSoon());
    stage.maximizedProperty().addListener((stageIs, before, now) -> maximised.set(now));
  }

  /// Some systems make the window large first and tell afterwards that it is maximised.
  private void noteSoon() {
    Platform.runLater(this::note);
  }

  private void note() {
    if (stage.isShowing() && !stage.isMaximized() && !stage.isIconified()) {
      bounds.set(
          Optional.of(
              new Rectangle2D(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight())));
    }
  }

  private static boolean canBeReached(Rectangle2D place) {
    return Screen.getScreens().stream()
        .map(Screen::getVisualBounds)
        .anyMatch(
            screen ->
                screen.contains(place.getMinX() + GRIP, place.getMinY() + 1)
                    || screen.contains(place.getMaxX() - GRIP, place.getMinY() + 1));
  }

  private static Optional<Optional<Rectangle2D>> read(String text) {
    try {
      double[] numbers =
          Arrays.stream(text.split(" ", -1)).mapToDouble(Double::parseDouble).toArray();
      return numbers.length == 4 && Arrays.stream(numbers).allMatch(Double::isFinite)
          ? Optional.of(
              Optional.of(new Rectangle2D(numbers[0], numbers[1], numbers[2], numbers[3])))
          : Optional.empty();
    } catch (IllegalArgumentException noRectangle) {
      return Optional.empty();
    }
  }

  private static String write(Optional<Rectangle2D> place) {
    return place
        .map(
            at ->
                String.format(
                    Locale.ROOT,
                    "%.0f %.0f %.0f %.0f",
                    at.getMinX(),
                    at.getMinY(),
                    at.getWidth(),
                    at.getHeight()))
        .orElse("");
  }
}
