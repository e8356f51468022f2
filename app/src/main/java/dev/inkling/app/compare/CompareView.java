package dev.inkling.app.compare;

import atlantafx.base.theme.Styles;
import dev.inkling.app.texts.Language;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Two models side by side, and one sentence on why they differ.
public final class CompareView extends VBox {
  private final CompareViewModel viewModel;
  private final Language language;

  /// Makes its parts when it is first looked at: the window's start does not wait for them.
  public CompareView(CompareViewModel viewModel, Language language) {
    this.viewModel = viewModel;
    this.language = language;
    getStyleClass().addAll("card", "compare");
    viewModel
        .showingProperty()
        .subscribe(
            shown -> {
              if (shown) {
                lookAt();
              }
            });
  }

  private void lookAt() {
    if (getChildren().isEmpty()) {
      getChildren().addAll(columns(), remark());
    }
    viewModel.refreshModels();
  }

  private HBox columns() {
    var left = new ColumnView(viewModel, viewModel.left(), "left", language);
    var right = new ColumnView(viewModel, viewModel.right(), "right", language);
    for (ColumnView column : new ColumnView[] {left, right}) {
      HBox.setHgrow(column, Priority.ALWAYS);
      // Equally wide, whatever they say.
      column.setPrefWidth(0);
    }
    var columns = new HBox(left, right);
    columns.getStyleClass().add("compare-columns");
    VBox.setVgrow(columns, Priority.ALWAYS);
    return columns;
  }

  private Label remark() {
    var remark = new Label();
    remark.setId("remark");
    remark.setGraphic(new FontIcon(Feather.INFO));
    remark.getStyleClass().addAll(Styles.TEXT_SMALL, "compare-remark");
    remark.setWrapText(true);
    remark.setMinHeight(Region.USE_PREF_SIZE);
    remark.textProperty().bind(language.of(CompareView.class).said(viewModel.remarkProperty()));
    return remark;
  }
}
