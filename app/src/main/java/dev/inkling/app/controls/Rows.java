package dev.inkling.app.controls;

import atlantafx.base.theme.Styles;
import dev.inkling.app.texts.Texts;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// How parts of a tab put things side by side.
public final class Rows {
  private Rows() {}

  /// One after the other.
  public static HBox of(Node... nodes) {
    var row = new HBox(nodes);
    row.getStyleClass().add("part-row");
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  /// The first on the left, the others on the right.
  public static HBox ends(Labeled left, Node... others) {
    var gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox row = of(left, gap);
    row.getChildren().addAll(others);
    return row;
  }

  /// What follows, in bold.
  public static Label title(Texts texts, String key) {
    var title = new Label();
    title.textProperty().bind(texts.bound(key));
    title.getStyleClass().add(Styles.TEXT_BOLD);
    return title;
  }

  /// A sentence that explains.
  public static Label more(Texts texts, String key) {
    var more = new Label();
    more.textProperty().bind(texts.bound(key));
    more.setWrapText(true);
    more.setMinHeight(Region.USE_PREF_SIZE);
    more.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
    return more;
  }
}
