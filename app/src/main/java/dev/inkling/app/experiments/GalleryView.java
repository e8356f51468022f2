package dev.inkling.app.experiments;

import atlantafx.base.theme.Styles;
import dev.inkling.app.controls.Rows;
import dev.inkling.app.texts.Sentence;
import dev.inkling.app.texts.Texts;
import dev.inkling.model.serving.ModelId;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The experiments as small pictures, what was meant beneath each, and what narrows them down.
final class GalleryView extends VBox {
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
  private static final double SIDE = 64;

  /// Around a picture of any shape, so that all stand in rows.
  private static final double FRAME = SIDE + 4;

  private final GalleryViewModel viewModel;
  private final Texts texts;
  private final FlowPane pictures = new FlowPane(8, 8);

  GalleryView(GalleryViewModel viewModel, Texts texts) {
    this.viewModel = viewModel;
    this.texts = texts;
    getStyleClass().add("part");
    pictures.setId("gallery");
    pictures.getStyleClass().add("gallery");
    var scroll = new ScrollPane(pictures);
    scroll.setFitToWidth(true);
    scroll.setMinHeight(120);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().addAll(filters(), count(), scroll, details());
    viewModel.entries().addListener((Observable entries) -> show());
    viewModel.chosenProperty().addListener(chosen -> mark());
    show();
  }

  private FlowPane filters() {
    var wrong = new CheckBox();
    wrong.setId("filter-wrong");
    wrong.textProperty().bind(texts.bound("filter.wrong"));
    wrong.selectedProperty().bindBidirectional(viewModel.wrongProperty());
    return new FlowPane(
        8,
        8,
        chooser("truth", viewModel.truthProperty(), truths(), this::meant),
        chooser(
            "said", viewModel.saidProperty(), digits(), digit -> texts.get("filter.said", digit)),
        chooser("person", viewModel.personProperty(), viewModel.people(), name -> name),
        chooser("day", viewModel.dayProperty(), viewModel.days(), date -> texts.get("day", date)),
        chooser("model", viewModel.modelProperty(), viewModel.models(), ModelId::toString),
        chooser(
            "sureness",
            viewModel.surenessProperty(),
            FXCollections.observableArrayList(Sureness.values()),
            step -> texts.get("filter.sureness." + step.name().toLowerCase(Locale.ROOT))),
        wrong);
  }

  private static ObservableList<OptionalInt> truths() {
    ObservableList<OptionalInt> truths = FXCollections.observableArrayList();
    digits().forEach(digit -> truths.add(OptionalInt.of(digit)));
    truths.add(OptionalInt.empty());
    return truths;
  }

  private static ObservableList<Integer> digits() {
    return FXCollections.observableArrayList(IntStream.range(0, 10).boxed().toList());
  }

  private interface Words<T> {
    String of(T value);
  }

  /// One of the values, or any.
  ///
  /// @param name of what it filters by, as ids and keys of texts have it
  private <T> ComboBox<Optional<T>> chooser(
      String name, ObjectProperty<Optional<T>> chosen, ObservableList<T> values, Words<T> words) {
    String any = "filter.%s.any".formatted(name);
    var box = new ComboBox<Optional<T>>();
    box.setId("filter-" + name);
    box.accessibleTextProperty().bind(texts.bound(any));
    box.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(Optional<T> value) {
            return value == null ? "" : value.map(words::of).orElseGet(() -> texts.get(any));
          }

          @Override
          public Optional<T> fromString(String unused) {
            return Optional.empty();
          }
        });
    box.setOnAction(
        event -> {
          if (box.getValue() != null) {
            chosen.set(box.getValue());
          }
        });
    chosen.addListener((property, before, now) -> box.setValue(now));
    values.addListener((Observable changed) -> offer(box, values, chosen));
    offer(box, values, chosen);
    return box;
  }

  private static <T> void offer(
      ComboBox<Optional<T>> box, List<T> values, ObjectProperty<Optional<T>> chosen) {
    var offered = new ArrayList<Optional<T>>();
    offered.add(Optional.empty());
    values.forEach(value -> offered.add(Optional.of(value)));
    Optional<T> before = chosen.get();
    box.getItems().setAll(offered);
    box.setValue(before);
  }

  private Label count() {
    var count = new Label();
    count.setId("gallery-count");
    count.getStyleClass().add(Styles.TEXT_MUTED);
    var said = new SimpleObjectProperty<>(Sentence.NONE);
    Runnable update =
        () -> {
          int all = viewModel.allProperty().get();
          said.set(
              switch (all) {
                case 0 -> Sentence.of("gallery.none");
                case 1 -> Sentence.of("gallery.one");
                default -> Sentence.of("gallery.count", all);
              });
        };
    viewModel.entries().addListener((Observable entries) -> update.run());
    update.run();
    count.textProperty().bind(texts.said(said));
    count.setWrapText(true);
    return count;
  }

  private void show() {
    pictures.getChildren().setAll(viewModel.entries().stream().map(this::picture).toList());
    if (viewModel.entries().size() < viewModel.allProperty().get()) {
      var more = new Button();
      more.setId("gallery-more");
      more.textProperty().bind(texts.bound("gallery.more"));
      more.setOnAction(event -> viewModel.more());
      pictures.getChildren().add(more);
    }
    mark();
  }

  private Button picture(Entry entry) {
    var view = new ImageView();
    view.setFitWidth(SIDE);
    view.setFitHeight(SIDE);
    view.setPreserveRatio(true);
    var frame = new StackPane(view);
    viewModel.picture(
        entry.id(),
        png -> {
          var image = new Image(new ByteArrayInputStream(png), 2 * SIDE, 2 * SIDE, true, true);
          view.setImage(image);
          if (image.isError()) {
            var damaged = new Label();
            damaged.textProperty().bind(texts.bound("gallery.damaged"));
            damaged.getStyleClass().add(Styles.TEXT_SMALL);
            frame.getChildren().setAll(damaged);
          }
        });
    frame.setMinSize(FRAME, FRAME);
    frame.getStyleClass().add("gallery-frame");
    var button = new Button(meant(entry.truth()), frame);
    button.setUserData(entry.id());
    button.getStyleClass().addAll(Styles.FLAT, "gallery-picture");
    boolean isWrong =
        viewModel
            .judge()
            .flatMap(entry::by)
            .map(reading -> !reading.isRight(entry.truth()))
            .orElse(false);
    button.pseudoClassStateChanged(WRONG, isWrong);
    if (isWrong) {
      // Not by colour alone.
      button.setText(
          meant(entry.truth())
              + " → "
              + viewModel.judge().flatMap(entry::by).map(Reading::digit).orElseThrow());
    }
    button.accessibleTextProperty().set(button.getText());
    button.setOnAction(event -> viewModel.chosenProperty().set(Optional.of(entry)));
    return button;
  }

  private void mark() {
    Optional<Long> chosen = viewModel.chosenProperty().get().map(Entry::id);
    pictures
        .getChildren()
        .forEach(
            node ->
                node.pseudoClassStateChanged(
                    CHOSEN,
                    chosen.isPresent() && Objects.equals(node.getUserData(), chosen.get())));
  }

  private String meant(OptionalInt truth) {
    return truth.isPresent() ? String.valueOf(truth.getAsInt()) : texts.get("truth.none");
  }

  private VBox details() {
    var words = new Label();
    words.setId("gallery-details");
    words.setWrapText(true);
    words.setMinHeight(Region.USE_PREF_SIZE);
    var truth = new ComboBox<OptionalInt>();
    truth.setId("gallery-truth");
    truth.getItems().setAll(truths());
    truth.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(OptionalInt value) {
            return value == null ? "" : meant(value);
          }

          @Override
          public OptionalInt fromString(String unused) {
            return OptionalInt.empty();
          }
        });
    truth.accessibleTextProperty().bind(texts.bound("gallery.correct"));
    var delete = new Button(null, new FontIcon(Feather.TRASH_2));
    delete.setId("gallery-delete");
    delete.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
    texts.explain(delete, "gallery.delete");
    delete.setOnAction(event -> viewModel.delete());
    var correct = new Label();
    correct.textProperty().bind(texts.bound("gallery.correct"));
    var row = Rows.ends(correct, truth, delete);
    var chosen = new VBox(8, words, row);
    viewModel
        .chosenProperty()
        .subscribe(
            now -> {
              chosen.setVisible(now.isPresent());
              chosen.setManaged(now.isPresent());
              now.ifPresent(
                  entry -> {
                    words.setText(words(entry));
                    truth.setOnAction(event -> {});
                    truth.setValue(entry.truth());
                    truth.setOnAction(event -> viewModel.correct(truth.getValue()));
                  });
            });

    var restore = new Button();
    restore.setId("gallery-restore");
    restore.textProperty().bind(texts.bound("gallery.restore"));
    restore.setOnAction(event -> viewModel.restore());
    restore.visibleProperty().bind(viewModel.deletedProperty().map(Optional::isPresent));
    restore.managedProperty().bind(restore.visibleProperty());
    var trouble = new Label();
    trouble.textProperty().bind(texts.said(viewModel.troubleProperty()));
    trouble.setWrapText(true);
    trouble.managedProperty().bind(trouble.textProperty().isNotEmpty());
    return new VBox(8, chosen, restore, trouble);
  }

  private String words(Entry entry) {
    String who = entry.person().isEmpty() ? "" : entry.person() + ": ";
    return who
        + entry.readings().stream()
            .map(
                reading ->
                    "%s (%.1f %%)"
                        .formatted(
                            RecordingViewModel.said(reading).in(texts), 100 * reading.confidence()))
            .collect(Collectors.joining(", "));
  }
}
