package dev.inkling.app.document;

import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// What became of a file, said at the foot of the paper that it concerns. It lets the pen through,
/// and is gone with the next stroke.
public final class DocumentLine extends Label {
  private static final PseudoClass PROBLEM = PseudoClass.getPseudoClass("problem");

  public DocumentLine(DocumentViewModel document) {
    var icon = new FontIcon(Feather.CHECK);
    setId("document-line");
    getStyleClass().add("document-line");
    setGraphic(icon);
    setWrapText(true);
    setMouseTransparent(true);
    setAccessibleRole(AccessibleRole.TEXT);
    textProperty().bind(document.lineProperty());
    visibleProperty().bind(textProperty().isNotEmpty());
    document
        .problemProperty()
        .subscribe(
            wrong -> {
              icon.setIconCode(wrong ? Feather.ALERT_TRIANGLE : Feather.CHECK);
              pseudoClassStateChanged(PROBLEM, wrong);
            });
  }
}
