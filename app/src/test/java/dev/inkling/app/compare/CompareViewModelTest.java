package dev.inkling.app.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.app.background.ManualBackground;
import dev.inkling.app.predict.Answer;
import dev.inkling.app.predict.PredictionFailed;
import dev.inkling.app.predict.PredictionViewModel;
import dev.inkling.app.predict.Predictor;
import dev.inkling.app.predict.Question;
import dev.inkling.app.predict.TestAnswers;
import dev.inkling.app.texts.Language;
import dev.inkling.model.ink.Brush;
import dev.inkling.model.ink.Drawing;
import dev.inkling.model.ink.DrawingRenderer;
import dev.inkling.model.ink.Ink;
import dev.inkling.model.ink.Point;
import dev.inkling.model.ink.Stroke;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;

final class CompareViewModelTest {
  private static final Drawing BLANK = Drawing.blank(56, 56, Ink.WHITE);

  private final ManualBackground manual = new ManualBackground();
  private final List<String> asked = new ArrayList<>();
  private final Language language = new Language();
  private List<String> models = List.of("robust", "seed");
  private final PredictionViewModel main =
      new PredictionViewModel(
          new SimpleObjectProperty<>(Optional.of(URI.create("http://127.0.0.1:8000"))),
          new Server(),
          new DrawingRenderer(),
          manual.background(),
          later -> {},
          language);
  private final CompareViewModel compare = new CompareViewModel(main);

  /// Seed reads a 2, whoever else there is reads a 7.
  private final class Server implements Predictor {
    @Override
    public Answer predict(URI server, byte[] png, Question question) throws PredictionFailed {
      String model = question.model().orElse("");
      asked.add(model);
      if (!model.isEmpty() && !models.contains(model)) {
        throw TestAnswers.refusal("There is no model '" + model + "' here.");
      }
      return model.equals("seed")
          ? TestAnswers.reading(2, "resize")
          : TestAnswers.reading(7, "normalize");
    }

    @Override
    public List<String> models(URI server) {
      return models;
    }
  }

  @Test
  void bothAreAskedOnlyWhileSomebodyLooks() {
    draw(10);
    assertThat(asked).containsExactly("");

    show();
    assertThat(asked).containsExactly("", "seed", "robust");
    draw(20);
    assertThat(asked).contains("seed", "robust").hasSize(6);

    compare.showingProperty().set(false);
    draw(30);
    assertThat(asked).hasSize(7);
  }

  @Test
  void oneSentenceSaysWhyTheyDiffer() {
    assertThat(remark()).startsWith("Draw a digit");
    show();
    draw(10);
    assertThat(remark()).startsWith("They get different pictures: seed the whole drawing");

    compare.left().modelProperty().set("robust");
    work();
    assertThat(remark()).startsWith("The same model on both sides");
    main.ask(BLANK);
    assertThat(remark()).startsWith("Draw a digit");
    assertThat(compare.left().prediction().answeredProperty().get()).isEmpty();
  }

  @Test
  void aModelThatIsGoneIsALineAndIsReadAgainOnceItIsBack() {
    models = List.of("robust");
    show();
    draw(10);
    assertThat(compare.models()).containsExactly("robust");
    assertThat(compare.left().prediction().problemProperty().get()).contains("'seed'");
    assertThat(compare.right().prediction().answeredProperty().get()).isPresent();
    assertThat(remark()).isEmpty();
    assertThat(main.problemProperty().get()).as("it is the column's trouble").isEmpty();

    models = List.of("robust", "seed", "mine");
    compare.refreshModels();
    work();

    assertThat(compare.models()).containsExactly("robust", "seed", "mine");
    assertThat(compare.left().prediction().problemProperty().get()).isEmpty();
    assertThat(remark()).startsWith("They get different pictures");
  }

  private void show() {
    compare.showingProperty().set(true);
    compare.refreshModels();
    work();
  }

  private void draw(double x) {
    main.ask(BLANK.plus(Stroke.begin(new Brush(8, Ink.BLACK), new Point(x, 20))));
    work();
  }

  private String remark() {
    return compare.remarkProperty().get().in(language.of(CompareViewModel.class));
  }

  private void work() {
    while (manual.waiting() > 0) {
      manual.doNext();
    }
  }
}
