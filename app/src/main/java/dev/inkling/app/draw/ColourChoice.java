package dev.inkling.app.draw;

import atlantafx.base.theme.Styles;
import dev.inkling.app.texts.Texts;
import dev.inkling.model.ink.Ink;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Group;
import javafx.scene.control.Button;
import javafx.scene.control.ColorPicker;
import javafx.scene.layout.HBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.Arc;
import javafx.scene.shape.Circle;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The colours of ink and paper.
final class ColourChoice extends HBox {

  ColourChoice(DrawingViewModel viewModel, Texts texts) {
    getStyleClass().add("colour-choice");
    setAlignment(Pos.CENTER_LEFT);
    ColorPicker ink = picker(viewModel.inkProperty(), viewModel.inkProperty()::set);
    ink.setId("ink");
    texts.explain(ink, "ink");
    ColorPicker paper = picker(viewModel.paperProperty(), viewModel::changePaper);
    paper.setId("paper");
    texts.explain(paper, "paper");
    var swap = new Button(null, new FontIcon(Feather.REPEAT));
    swap.setId("swap");
    swap.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
    swap.setOnAction(event -> viewModel.swapColours());
    texts.explain(swap, "swap");
    var whiteOnBlack = new Button(null, halfMoon());
    whiteOnBlack.setId("white-on-black");
    whiteOnBlack.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
    whiteOnBlack.setOnAction(event -> viewModel.whiteOnBlack());
    texts.explain(whiteOnBlack, "white-on-black");
    getChildren().addAll(ink, swap, paper, whiteOnBlack);
  }

  private static ColorPicker picker(ReadOnlyObjectProperty<Ink> chosen, Consumer<Ink> choose) {
    var picker = new ColorPicker();
    picker.getStyleClass().addAll(ColorPicker.STYLE_CLASS_BUTTON, "colour");
    chosen.subscribe(now -> picker.setValue(colour(now)));
    picker.setOnAction(event -> choose.accept(ink(picker.getValue())));
    return picker;
  }

  private static Group halfMoon() {
    var disc = new Circle(7.5);
    disc.getStyleClass().add("half-moon-rim");
    var half = new Arc(0, 0, 7.5, 7.5, -90, 180);
    half.getStyleClass().add("half-moon-half");
    return new Group(disc, half);
  }

  private static Color colour(Ink ink) {
    int rgb = ink.rgb();
    return Color.rgb(rgb >> 16 & 0xFF, rgb >> 8 & 0xFF, rgb & 0xFF);
  }

  private static Ink ink(Color colour) {
    int red = (int) Math.round(colour.getRed() * 255);
    int green = (int) Math.round(colour.getGreen() * 255);
    int blue = (int) Math.round(colour.getBlue() * 255);
    return new Ink(red << 16 | green << 8 | blue);
  }
}
