package dev.inkling.app.draw;

import atlantafx.base.theme.Styles;
import dev.inkling.app.texts.Texts;
import javafx.beans.property.BooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;

/// How broad the tool in hand is. While the slider moves, the paper shows the true size.
final class BrushSize extends HBox {

  BrushSize(DrawingViewModel viewModel, Texts texts) {
    getStyleClass().add("brush-width");
    setAlignment(Pos.CENTER_LEFT);
    var slider =
        new Slider(
            DrawingViewModel.NARROWEST_BRUSH,
            DrawingViewModel.WIDEST_BRUSH,
            viewModel.brushWidthProperty().get());
    slider.setId("brush-width");
    slider.setBlockIncrement(4);
    slider.getStyleClass().add(Styles.SMALL);
    slider.valueProperty().bindBidirectional(viewModel.brushWidthProperty());
    BooleanProperty choosing = viewModel.choosingWidthProperty();
    slider.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> choosing.set(true));
    slider.addEventFilter(MouseEvent.MOUSE_RELEASED, event -> choosing.set(false));
    texts.explain(slider, "brush.width");
    var number = new Label();
    number.getStyleClass().addAll(Styles.TEXT_SMALL, "brush-number");
    number.textProperty().bind(texts.bound("brush.pixels", viewModel.brushWidthProperty()));
    getChildren().addAll(slider, number);
  }
}
