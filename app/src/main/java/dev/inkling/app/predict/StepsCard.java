package dev.inkling.app.predict;

import atlantafx.base.theme.Styles;
import dev.inkling.app.texts.Texts;
import dev.inkling.model.ink.Steps;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The steps from the drawing to what the network saw, for as long as somebody looks at that.
final class StepsCard extends VBox {
  private final Texts texts;

  StepsCard(Texts texts) {
    this.texts = texts;
    setId("steps");
    getStyleClass().add("steps-card");
    setMouseTransparent(true);
    setMinHeight(0);
    setMaxHeight(Region.USE_PREF_SIZE);
  }

  void show(Optional<Steps> steps) {
    setVisible(steps.isPresent());
    List<Label> lines =
        steps.stream()
            .flatMap(shown -> StepsInWords.of(shown).stream())
            .map(
                sentence -> {
                  var line = new Label();
                  line.getStyleClass().addAll(Styles.TEXT_SMALL, "step");
                  line.textProperty().bind(texts.said(new ReadOnlyObjectWrapper<>(sentence)));
                  line.setWrapText(true);
                  line.setMinHeight(Region.USE_PREF_SIZE);
                  return line;
                })
            .toList();
    getChildren()
        .setAll(
            IntStream.range(0, lines.size()).mapToObj(i -> numbered(i + 1, lines.get(i))).toList());
  }

  private static Node numbered(int number, Label line) {
    var digit = new Label(String.valueOf(number));
    digit.getStyleClass().addAll(Styles.TEXT_SMALL, "step-number");
    digit.setMinWidth(Region.USE_PREF_SIZE);
    var row = new HBox(digit, line);
    row.setAlignment(Pos.TOP_LEFT);
    return row;
  }
}
