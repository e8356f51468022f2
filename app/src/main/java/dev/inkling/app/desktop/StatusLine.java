package dev.inkling.app.desktop;

import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// One line for whatever a person should know: a problem before a notice, nothing when all is well.
final class StatusLine extends Label {
  private static final PseudoClass PROBLEM = PseudoClass.getPseudoClass("problem");

  private final MainViewModel viewModel;
  private final FontIcon icon = new FontIcon(Feather.INFO);

  StatusLine(MainViewModel viewModel) {
    this.viewModel = viewModel;
    setId("status");
    getStyleClass().add("status-line");
    setGraphic(icon);
    setAccessibleRole(AccessibleRole.TEXT);
    var tooltip = new Tooltip();
    tooltip.setWrapText(true);
    tooltip.textProperty().bind(textProperty());
    // The window may be too narrow for a sentence.
    tooltipProperty()
        .bind(Bindings.when(textProperty().isEmpty()).then((Tooltip) null).otherwise(tooltip));
    visibleProperty().bind(textProperty().isNotEmpty());
    viewModel.problemProperty().addListener(change -> update());
    viewModel.noticeProperty().addListener(change -> update());
    update();
  }

  private void update() {
    String problem = viewModel.problemProperty().get();
    boolean wrong = !problem.isEmpty();
    setText(wrong ? problem : viewModel.noticeProperty().get());
    icon.setIconCode(wrong ? Feather.ALERT_TRIANGLE : Feather.INFO);
    pseudoClassStateChanged(PROBLEM, wrong);
  }
}
