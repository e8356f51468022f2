package dev.inkling.app.endpoint;

import atlantafx.base.theme.Styles;
import dev.inkling.app.texts.Texts;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The request that the window sends, to be copied, and what came back.
final class CallView extends VBox {
  private static final List<String> PLACES =
      List.of(Styles.LEFT_PILL, Styles.CENTER_PILL, Styles.RIGHT_PILL);

  CallView(EndpointViewModel viewModel, Texts texts) {
    getStyleClass().add("endpoint-part");
    var code = listing("code", texts);
    code.textProperty().bind(viewModel.codeProperty());
    var copyCode = new CopyButton("copy-code", texts, "copy.code", viewModel.codeProperty()::get);
    copyCode.disableProperty().bind(viewModel.codeProperty().isEmpty());

    var answer = listing("json", texts);
    // Laid out only while somebody looks: the pen asks for an answer with each frame.
    ObservableValue<String> shown =
        viewModel
            .answerProperty()
            .when(answer.sceneProperty().flatMap(scene -> visibleProperty()).orElse(false));
    shown.subscribe(json -> answer.setText(json.isEmpty() ? "" : AnswerJson.shortened(json)));
    var copyAnswer =
        new CopyButton(
            "copy-json",
            texts,
            "copy.answer",
            () -> AnswerJson.whole(viewModel.answerProperty().get()));
    copyAnswer.disableProperty().bind(viewModel.answerProperty().isEmpty());
    VBox.setVgrow(answer, Priority.ALWAYS);

    getChildren()
        .addAll(
            row(title(texts, "request"), languages(viewModel, texts), copyCode),
            code,
            row(title(texts, "answer"), copyAnswer),
            answer);
  }

  private static HBox languages(EndpointViewModel viewModel, Texts texts) {
    var group = new ToggleGroup();
    var box = new HBox();
    for (RequestCode language : RequestCode.values()) {
      var button = new ToggleButton();
      button.setId("code-" + language.name().toLowerCase(java.util.Locale.ROOT));
      button.textProperty().bind(texts.bound("code." + language.name()));
      button.getStyleClass().addAll(PLACES.get(box.getChildren().size()), Styles.SMALL);
      button.setToggleGroup(group);
      button.setOnAction(
          event -> {
            // A click on the chosen one keeps it.
            button.setSelected(true);
            viewModel.languageProperty().set(language);
          });
      viewModel.languageProperty().subscribe(now -> button.setSelected(now == language));
      box.getChildren().add(button);
    }
    return box;
  }

  private static TextArea listing(String id, Texts texts) {
    var area = new TextArea();
    area.setId(id);
    area.setEditable(false);
    area.setPrefRowCount(6);
    area.getStyleClass().add("listing");
    area.accessibleTextProperty().bind(texts.bound(id + ".name"));
    return area;
  }

  private static Label title(Texts texts, String key) {
    var title = new Label();
    title.textProperty().bind(texts.bound(key));
    title.getStyleClass().add(Styles.TEXT_BOLD);
    return title;
  }

  private static HBox row(Label title, Region... others) {
    var gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    var row = new HBox(title, gap);
    row.getChildren().addAll(others);
    row.getStyleClass().add("endpoint-row");
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }
}
