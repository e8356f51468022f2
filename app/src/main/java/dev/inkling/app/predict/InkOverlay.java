package dev.inkling.app.predict;

import dev.inkling.app.predict.PredictionViewModel.Answered;
import dev.inkling.app.predict.WhyViewModel.Reasons;
import dev.inkling.model.ink.Box;
import dev.inkling.model.ink.Drawing;
import dev.inkling.model.ink.Point;
import dev.inkling.model.ink.Steps;
import dev.inkling.model.serving.PlacedDigit;
import dev.inkling.model.serving.Verdict;
import java.util.Optional;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;

/// What there is to say about the ink, said where it lies: which of it speaks for a digit, what
/// part of the paper the network got, and what the digits of a number are. It lies over the paper,
/// and the pen draws through it.
public final class InkOverlay extends Region {
  private static final PseudoClass UNSURE = PseudoClass.getPseudoClass("unsure");

  /// A frame of a digit leaves so much free around its ink.
  private static final double AROUND = 6;

  private final Function<Point, Point2D> onPaper;
  private final ImageView heat = new ImageView();
  private final Rectangle crop = new Rectangle();
  private final Pane numberBoxes = new Pane();
  private final PredictionViewModel viewModel;

  /// Over the paper of that view model.
  ///
  /// @param onPaper where a point of the canvas lies within a node that has this one's bounds
  public InkOverlay(PredictionViewModel viewModel, Function<Point, Point2D> onPaper) {
    this.viewModel = viewModel;
    this.onPaper = onPaper;
    getStyleClass().add("ink-overlay");
    setMouseTransparent(true);
    heat.setId("evidence");
    crop.setId("crop");
    crop.getStyleClass().add("crop");
    numberBoxes.setId("number");
    getChildren().addAll(heat, crop, numberBoxes);
    viewModel.why().reasonsProperty().subscribe(this::colour);
    viewModel.answeredProperty().subscribe(this::showCrop);
    viewModel.stepsShownProperty().subscribe(this::showCrop);
    viewModel.answeredProperty().subscribe(this::showNumber);
    showCrop();
  }

  private void colour(Optional<Reasons> reasons) {
    heat.setVisible(reasons.isPresent());
    heat.setImage(reasons.map(Heat::of).orElse(null));
    requestLayout();
  }

  private void showCrop() {
    crop.setVisible(viewModel.stepsShownProperty().get() && steps().isPresent());
    requestLayout();
  }

  private void showNumber(Optional<Answered> answered) {
    numberBoxes
        .getChildren()
        .setAll(
            answered.flatMap(Answered::number).stream()
                .flatMap(number -> number.digits().stream())
                .map(InkOverlay::numberBox)
                .toList());
    requestLayout();
  }

  /// A frame with what was read within it.
  private static StackPane numberBox(PlacedDigit digit) {
    var read = new Label(String.valueOf(digit.digit()));
    read.getStyleClass().add("number-digit");
    var box = new StackPane(read);
    box.setUserData(digit.box());
    // It is as large as the ink, not as its text.
    box.setManaged(false);
    box.getStyleClass().add("number-box");
    box.pseudoClassStateChanged(UNSURE, digit.verdict() != Verdict.DIGIT);
    return box;
  }

  private Optional<Steps> steps() {
    return viewModel.answeredProperty().get().map(Answered::answer).flatMap(Answer::steps);
  }

  @Override
  protected void layoutChildren() {
    viewModel.why().reasonsProperty().get().ifPresent(this::placeHeat);
    viewModel
        .answeredProperty()
        .get()
        .ifPresent(
            given ->
                given
                    .answer()
                    .steps()
                    .ifPresent(
                        steps -> {
                          placeCrop(given, steps);
                          placeNumber(given, steps);
                        }));
  }

  private void placeHeat(Reasons reasons) {
    Steps steps = reasons.steps();
    Rectangle2D paper =
        placed(reasons.drawing(), steps, new Point(0, 0), new Point(steps.width(), steps.height()));
    heat.setX(paper.getMinX());
    heat.setY(paper.getMinY());
    heat.setFitWidth(paper.getWidth());
    heat.setFitHeight(paper.getHeight());
  }

  private void placeCrop(Answered given, Steps steps) {
    Steps.Crop part = steps.crop();
    Rectangle2D box =
        placed(
            given.drawing(),
            steps,
            new Point(part.left(), part.top()),
            new Point(part.left() + part.width(), part.top() + part.height()));
    crop.setX(box.getMinX());
    crop.setY(box.getMinY());
    crop.setWidth(box.getWidth());
    crop.setHeight(box.getHeight());
  }

  private void placeNumber(Answered given, Steps steps) {
    numberBoxes
        .getChildren()
        .forEach(
            box -> {
              var part = (Box) box.getUserData();
              Rectangle2D place =
                  placed(
                      given.drawing(),
                      steps,
                      new Point(part.left(), part.top()),
                      new Point(part.right(), part.bottom()));
              box.resizeRelocate(
                  place.getMinX() - AROUND,
                  place.getMinY() - AROUND,
                  place.getWidth() + 2 * AROUND,
                  place.getHeight() + 2 * AROUND);
            });
  }

  private Rectangle2D placed(Drawing drawing, Steps steps, Point from, Point to) {
    Point2D start = onPaper.apply(onCanvas(drawing, steps, from));
    Point2D end = onPaper.apply(onCanvas(drawing, steps, to));
    return new Rectangle2D(
        start.getX(), start.getY(), end.getX() - start.getX(), end.getY() - start.getY());
  }

  private static Point onCanvas(Drawing drawing, Steps steps, Point inPicture) {
    return new Point(
        inPicture.x() * drawing.width() / steps.width(),
        inPicture.y() * drawing.height() / steps.height());
  }
}
