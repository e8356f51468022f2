package dev.inkling.app.predict;

import atlantafx.base.theme.Styles;
import dev.inkling.app.texts.Sentence;
import dev.inkling.app.texts.Texts;
import java.util.Optional;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What the network saw, with what to think of it. Who wonders about an answer finds the reason
/// here more often than in the figures.
final class SeenView extends VBox {
  private static final int LEAST_MAGNIFICATION = 4;
  private static final int MOST_MAGNIFICATION = 7;

  private final SeenPicture picture = new SeenPicture("seen");
  private final Label caption = new Label();
  private final ObjectProperty<Sentence> said = new SimpleObjectProperty<>(Sentence.NONE);

  SeenView(Texts texts) {
    getStyleClass().add("seen");
    setAlignment(Pos.TOP_LEFT);
    // A low window takes the caption away before it pushes anything out.
    setMinHeight(0);
    var title = new Label();
    title.textProperty().bind(texts.bound("seen"));
    title.getStyleClass().add(Styles.TEXT_SMALL);
    title.setMinHeight(Region.USE_PREF_SIZE);
    title.setWrapText(true);
    caption.textProperty().bind(texts.bound("seen.caption"));
    caption.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
    caption.setMinHeight(Region.USE_PREF_SIZE);
    caption.setWrapText(true);
    picture.accessibleTextProperty().bind(texts.said(said));
    picture.accessibleHelpProperty().bind(texts.bound("seen.more"));
    picture.setFocusTraversable(true);
    picture.addEventHandler(MouseEvent.MOUSE_PRESSED, event -> picture.requestFocus());
    getChildren().addAll(title, picture, caption);
    takeAbout(0);
    show(Optional.empty());
  }

  /// Whether mouse or keyboard is at the picture.
  BooleanExpression lookedAt() {
    return picture.hoverProperty().or(picture.focusedProperty());
  }

  /// Makes the picture about so wide: each of its pixels is a whole number of the screen's, for
  /// only so are they all equal.
  void takeAbout(double width) {
    picture.magnify(
        Math.clamp((int) (width / SeenPicture.SIDE), LEAST_MAGNIFICATION, MOST_MAGNIFICATION));
    setMinWidth(picture.framedSide());
    setPrefWidth(picture.framedSide());
    setMaxWidth(picture.framedSide());
  }

  /// @param png nothing as long as there is no answer
  void show(Optional<byte[]> png) {
    picture.show(png);
    said.set(Sentence.of(picture.showsSomething() ? "seen.aloud" : "seen.bare"));
  }

  /// A low window has no room for the caption.
  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    caption.setVisible(caption.getLayoutY() + caption.getHeight() <= getHeight());
  }
}
