package dev.inkling.app.endpoint;

import atlantafx.base.theme.Styles;
import dev.inkling.app.controls.Pills;
import dev.inkling.app.controls.Rows;
import dev.inkling.app.texts.Texts;
import java.util.Locale;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.TextArea;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The request that the window sends, to be copied, and what came back.
final class CallView extends VBox {
  private static final int LEAST_ROWS = 3;

  CallView(EndpointViewModel viewModel, Texts texts) {
    getStyleClass().add("part");
    var code = listing("code", viewModel.codeProperty(), texts);
    // As high as the code, but for what is wrapped.
    viewModel.codeProperty().subscribe(text -> code.setPrefRowCount(rows(text)));
    code.setMinHeight(USE_PREF_SIZE);
    var copyCode = new CopyButton("copy-code", texts, "copy.code", viewModel.codeProperty()::get);
    copyCode.disableProperty().bind(viewModel.codeProperty().isEmpty());

    var answer = listing("json", viewModel.answerProperty(), texts);
    var copyAnswer = new CopyButton("copy-json", texts, "copy.answer", viewModel::wholeAnswer);
    copyAnswer.disableProperty().bind(answer.textProperty().isEmpty());
    VBox.setVgrow(answer, Priority.ALWAYS);

    getChildren()
        .addAll(
            Rows.ends(Rows.title(texts, "request"), languages(viewModel, texts), copyCode),
            code,
            Rows.more(texts, "request.more"),
            Rows.ends(Rows.title(texts, "answer"), copyAnswer),
            answer);
  }

  private static Pills<RequestCode> languages(EndpointViewModel viewModel, Texts texts) {
    var languages = new Pills<>(viewModel.languageProperty());
    for (RequestCode language : RequestCode.values()) {
      languages
          .add(
              "code-" + language.name().toLowerCase(Locale.ROOT),
              language,
              texts.bound("code." + language.name()))
          .getStyleClass()
          .add(Styles.SMALL);
    }
    return languages;
  }

  private static int rows(String code) {
    return Math.max(LEAST_ROWS, (int) code.lines().count());
  }

  private static TextArea listing(String id, ObservableValue<String> text, Texts texts) {
    var area = new TextArea();
    area.setId(id);
    area.setEditable(false);
    area.setWrapText(true);
    area.getStyleClass().add("listing");
    area.accessibleTextProperty().bind(texts.bound(id + ".name"));
    text.subscribe(area::setText);
    return area;
  }
}
