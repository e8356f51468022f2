package dev.inkling.app.predict;

import java.io.ByteArrayInputStream;
import java.util.Optional;
import javafx.scene.AccessibleRole;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// What the network saw, each of its pixels a square that can be counted.
public final class SeenPicture extends StackPane {
  /// Pixels of a glyph's side.
  static final int SIDE = 28;

  /// The frame's line, on two sides.
  private static final int EDGES = 2;

  private final ImageView picture = new ImageView();
  private final FontIcon nothing = new FontIcon(Feather.EYE);
  private Optional<Image> seen = Optional.empty();
  private int magnification = 1;

  /// Shows nothing yet.
  ///
  /// @param id of the image
  public SeenPicture(String id) {
    picture.setId(id);
    getStyleClass().add("seen-frame");
    setMinSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    getChildren().addAll(nothing, picture);
  }

  /// Makes each pixel a square of that many of the screen's.
  public void magnify(int times) {
    magnification = times;
    setPrefSize(framedSide(), framedSide());
    showMagnified();
  }

  /// How wide and high it is.
  double framedSide() {
    return (double) magnification * SIDE + EDGES;
  }

  /// Shows a PNG file of 28x28 pixels, or that there is none.
  public void show(Optional<byte[]> png) {
    seen =
        png.map(bytes -> new Image(new ByteArrayInputStream(bytes)))
            .filter(image -> image.getWidth() == SIDE && image.getHeight() == SIDE);
    nothing.setVisible(seen.isEmpty());
    showMagnified();
  }

  /// Whether there is anything to be seen.
  boolean showsSomething() {
    return seen.isPresent();
  }

  private void showMagnified() {
    picture.setImage(seen.map(image -> Magnified.of(image, magnification)).orElse(null));
  }
}
