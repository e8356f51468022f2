package dev.inkling.app.predict;

import atlantafx.base.theme.Styles;
import dev.inkling.app.texts.Sentence;
import dev.inkling.app.texts.Texts;
import java.io.ByteArrayInputStream;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// What the network saw, each of its pixels a square that can be counted. Who wonders about an
/// answer finds the reason here more often than in the figures.
final class SeenView extends VBox {
  /// Pixels of a glyph's side.
  private static final int SIDE = 28;

  /// The frame's line, on two sides.
  private static final int EDGES = 2;

  private static final int LEAST_MAGNIFICATION = 4;
  private static final int MOST_MAGNIFICATION = 7;

  private final ImageView picture = new ImageView();
  private final FontIcon nothing = new FontIcon(Feather.EYE);
  private final StackPane frame = new StackPane(nothing, picture);
  private final Label caption = new Label();
  private final ObjectProperty<Sentence> said = new SimpleObjectProperty<>(Sentence.NONE);

  private Optional<Image> seen = Optional.empty();
  private int magnification = LEAST_MAGNIFICATION;

  SeenView(Texts texts) {
    getStyleClass().add("seen");
    setAlignment(Pos.TOP_LEFT);
    var title = new Label();
    title.textProperty().bind(texts.bound("seen"));
    title.getStyleClass().add(Styles.TEXT_SMALL);
    title.setMinHeight(Region.USE_PREF_SIZE);
    title.setWrapText(true);
    caption.textProperty().bind(texts.bound("seen.caption"));
    caption.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
    caption.setMinHeight(Region.USE_PREF_SIZE);
    caption.setWrapText(true);
    picture.setId("seen");
    frame.getStyleClass().add("seen-frame");
    frame.setMinSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    frame.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    frame.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    frame.accessibleTextProperty().bind(texts.said(said));
    var tooltip = new Tooltip();
    tooltip.textProperty().bind(texts.bound("seen.more"));
    tooltip.setWrapText(true);
    tooltip.setMaxWidth(320);
    Tooltip.install(this, tooltip);
    getChildren().addAll(title, frame, caption);
    takeAbout(0);
    show(Optional.empty());
  }

  /// Makes the picture about so wide: each of its pixels is a whole number of the screen's, for
  /// only so are they all equal.
  void takeAbout(double width) {
    magnification = Math.clamp((int) (width / SIDE), LEAST_MAGNIFICATION, MOST_MAGNIFICATION);
    double framed = magnification * SIDE + EDGES;
    frame.setPrefSize(framed, framed);
    setMinWidth(framed);
    setPrefWidth(framed);
    setMaxWidth(framed);
    magnify();
  }

  /// @param png nothing as long as there is no answer
  void show(Optional<byte[]> png) {
    seen =
        png.map(bytes -> new Image(new ByteArrayInputStream(bytes)))
            .filter(image -> image.getWidth() == SIDE && image.getHeight() == SIDE);
    magnify();
    nothing.setVisible(seen.isEmpty());
    said.set(Sentence.of(seen.isPresent() ? "seen.aloud" : "seen.bare"));
  }

  private void magnify() {
    picture.setImage(seen.map(image -> Magnified.of(image, magnification)).orElse(null));
  }

  /// A low window has no room for the caption, which the tooltip says as well.
  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    caption.setVisible(caption.getLayoutY() + caption.getHeight() <= getHeight());
  }
}
