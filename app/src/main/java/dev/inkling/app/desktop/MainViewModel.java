package dev.inkling.app.desktop;

import dev.inkling.app.compare.CompareViewModel;
import dev.inkling.app.document.DocumentViewModel;
import dev.inkling.app.draw.DrawingViewModel;
import dev.inkling.app.endpoint.EndpointViewModel;
import dev.inkling.app.experiments.ExperimentsViewModel;
import dev.inkling.app.predict.PredictionViewModel;
import dev.inkling.app.server.ServerViewModel;
import java.nio.file.Path;
import java.util.List;
import java.util.random.RandomGenerator;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringExpression;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableStringValue;
import javafx.beans.value.ObservableValue;

/// The whole window: what is drawn is asked, what goes wrong is said in one place.
public final class MainViewModel {
  private final DrawingViewModel drawing;
  private final DocumentViewModel document;
  private final PredictionViewModel prediction;
  private final ServerViewModel server;
  private final EndpointViewModel endpoint;
  private final ExperimentsViewModel experiments;
  private final CompareViewModel compare;
  private final PenUpWatch penUpWatch;
  private final LookViewModel look;
  private final ExampleViewModel example;
  private final BooleanProperty debugging = new SimpleBooleanProperty();
  private final StringProperty sideTab = new SimpleStringProperty("");
  private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
  private final StringExpression problem;

  public MainViewModel(
      DrawingViewModel drawing,
      DocumentViewModel document,
      PredictionViewModel prediction,
      ServerViewModel server,
      EndpointViewModel endpoint,
      ExperimentsViewModel experiments,
      PenUpWatch penUpWatch,
      LookViewModel look) {
    this.drawing = drawing;
    this.document = document;
    this.prediction = prediction;
    this.server = server;
    this.endpoint = endpoint;
    this.experiments = experiments;
    this.penUpWatch = penUpWatch;
    this.look = look;
    example = new ExampleViewModel(drawing, RandomGenerator.getDefault());
    tell(server.noticeProperty());
    compare = new CompareViewModel(prediction);
    prediction.why().penDownProperty().bind(drawing.pointsInHandProperty().greaterThan(0));
    // Without a server there is nothing to say about predictions.
    problem =
        Bindings.when(server.problemProperty().isNotEmpty())
            .then(server.problemProperty())
            .otherwise(prediction.problemProperty());
    drawing.drawingProperty().addListener(change -> prediction.ask(drawing.asSeen()));
    drawing.pointsInHandProperty().addListener((points, before, now) -> handMoved(now.intValue()));
    // What was on the paper at the start is asked as well.
    prediction.ask(drawing.asSeen());
  }

  public DrawingViewModel drawing() {
    return drawing;
  }

  public DocumentViewModel document() {
    return document;
  }

  public PredictionViewModel prediction() {
    return prediction;
  }

  public CompareViewModel compare() {
    return compare;
  }

  public ServerViewModel server() {
    return server;
  }

  public EndpointViewModel endpoint() {
    return endpoint;
  }

  public ExperimentsViewModel experiments() {
    return experiments;
  }

  public PenUpWatch penUpWatch() {
    return penUpWatch;
  }

  public LookViewModel look() {
    return look;
  }

  public ExampleViewModel example() {
    return example;
  }

  /// Which tab beside the paper is in front, by its name.
  public StringProperty sideTabProperty() {
    return sideTab;
  }

  /// The last thing worth knowing that was told; empty if there was none.
  public ReadOnlyStringProperty noticeProperty() {
    return notice.getReadOnlyProperty();
  }

  /// Tells what those words say, now and whenever they say something else, until there is something
  /// newer to tell.
  public void tell(ReadOnlyStringProperty words) {
    words.subscribe(said -> tell(said, words));
  }

  /// Shows the first of the files that the program was given: there is one paper.
  public void open(List<Path> files) {
    files.stream().findFirst().ifPresent(document::open);
  }

  /// Whether the window shows how long its answers take.
  public BooleanProperty debuggingProperty() {
    return debugging;
  }

  /// The one line that says what is wrong and what to do; empty when all is well.
  public ObservableStringValue problemProperty() {
    return problem;
  }

  private void tell(String said, ObservableValue<String> words) {
    if (!said.isEmpty()) {
      notice.bind(words);
    }
  }

  private void handMoved(int pointsInHand) {
    if (pointsInHand == 0) {
      penUpWatch.penUp(drawing.getDrawing());
    }
    prediction.ask(drawing.asSeen());
  }
}
