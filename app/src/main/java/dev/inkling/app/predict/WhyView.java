package dev.inkling.app.predict;

import atlantafx.base.theme.Styles;
import dev.inkling.app.texts.Sentence;
import dev.inkling.app.texts.Texts;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Asks for the reason, and says which colour means what.
final class WhyView extends HBox {
  private static final double SWATCH = 12;
  private static final double ROUNDED = 4;

  private final Texts texts;
  private final ToggleButton why = new ToggleButton();
  private final ObjectProperty<Sentence> speaksFor = new SimpleObjectProperty<>(Sentence.NONE);
  private final ObjectProperty<Sentence> speaksAgainst = new SimpleObjectProperty<>(Sentence.NONE);
  private final ObjectProperty<Sentence> note = new SimpleObjectProperty<>(Sentence.NONE);
  private final VBox legend;
  private final WhyViewModel viewModel;

  WhyView(WhyViewModel viewModel, Texts texts) {
    this.viewModel = viewModel;
    this.texts = texts;
    getStyleClass().add("why");
    setAlignment(Pos.CENTER_LEFT);
    why.setId("why");
    why.setGraphic(new FontIcon(Feather.HELP_CIRCLE));
    why.textProperty().bind(texts.bound("why"));
    why.setMinWidth(Region.USE_PREF_SIZE);
    texts.explain(why, "why.more");
    why.setOnAction(event -> viewModel.toggle());

    legend =
        new VBox(
            entry("why-for", Heat.FOR, speaksFor),
            entry("why-against", Heat.AGAINST, speaksAgainst));
    legend.setAlignment(Pos.CENTER_LEFT);
    Label line = said("why-note", note);
    line.getStyleClass().add(Styles.TEXT_MUTED);
    line.setWrapText(true);
    var beside = new StackPane(legend, line);
    beside.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(why, beside);

    viewModel.wantedProperty().subscribe(why::setSelected);
    viewModel.digitProperty().subscribe(this::update);
    viewModel.problemProperty().subscribe(this::update);
    update();
  }

  private void update() {
    Optional<Integer> digit = viewModel.digitProperty().get();
    Sentence problem = viewModel.problemProperty().get();
    speaksFor.set(digit.map(about -> Sentence.of("why.for", about)).orElse(Sentence.NONE));
    speaksAgainst.set(digit.map(about -> Sentence.of("why.against", about)).orElse(Sentence.NONE));
    boolean explains = digit.isPresent() && problem.equals(Sentence.NONE);
    legend.setVisible(explains);
    note.set(explains ? Sentence.NONE : digit.isPresent() ? problem : Sentence.of("why.hint"));
  }

  private HBox entry(String id, Color colour, ObjectProperty<Sentence> meaning) {
    var swatch = new Rectangle(SWATCH, SWATCH, colour);
    swatch.setArcWidth(ROUNDED);
    swatch.setArcHeight(ROUNDED);
    var entry = new HBox(swatch, said(id, meaning));
    entry.getStyleClass().add("why-entry");
    entry.setAlignment(Pos.CENTER_LEFT);
    return entry;
  }

  private Label said(String id, ObjectProperty<Sentence> sentence) {
    var label = new Label();
    label.setId(id);
    label.getStyleClass().add(Styles.TEXT_SMALL);
    label.textProperty().bind(texts.said(sentence));
    return label;
  }
}
