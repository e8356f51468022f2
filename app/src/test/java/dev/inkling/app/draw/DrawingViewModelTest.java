package dev.inkling.app.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.inkling.model.ink.Backdrop;
import dev.inkling.model.ink.Brush;
import dev.inkling.model.ink.Drawing;
import dev.inkling.model.ink.Ink;
import dev.inkling.model.ink.PictureDecoder;
import dev.inkling.model.ink.Point;
import dev.inkling.model.ink.Stroke;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DrawingViewModelTest {
  private static final Ink RED = new Ink(0xC02040);

  private final DrawingViewModel viewModel = new DrawingViewModel();

  @Test
  void startsWithWhitePaperAndNothingToUndo() {
    assertThat(viewModel.getDrawing()).isEqualTo(Drawing.blank(560, 560, Ink.WHITE));
    assertThat(viewModel.blankProperty().get()).isTrue();
    assertThat(viewModel.canUndoProperty().get()).isFalse();
    assertThat(viewModel.canRedoProperty().get()).isFalse();
  }

  @Test
  void aClickLeavesADot() {
    viewModel.penDown(new Point(10, 20));
    viewModel.penUp();
    assertThat(onlyStroke().points()).hasSize(1);
  }

  @Test
  void theStrokeInHandIsSeenBeforeItIsFinished() {
    viewModel.penDown(new Point(10, 10));
    viewModel.penMove(new Point(50, 50));
    assertThat(viewModel.getDrawing().isBlank()).isTrue();
    assertThat(viewModel.asSeen().strokes()).hasSize(1);
    assertThat(viewModel.blankProperty().get()).isFalse();
    Drawing seen = viewModel.asSeen();
    viewModel.penUp();
    assertThat(viewModel.getDrawing()).isEqualTo(seen);
  }

  @Test
  void aRestingHandAddsNoPoints() {
    viewModel.penDown(new Point(10, 10));
    viewModel.penMove(new Point(10.3, 10.3));
    viewModel.penMove(new Point(10.1, 9.9));
    assertThat(viewModel.pointsInHandProperty().get()).isEqualTo(1);
  }

  @Test
  void movingWithThePenUpDrawsNothing() {
    viewModel.penMove(new Point(10, 10));
    viewModel.penUp();
    assertThat(viewModel.getDrawing().isBlank()).isTrue();
    assertThat(viewModel.canUndoProperty().get()).isFalse();
  }

  @Test
  void aStrokeMayLeaveTheCanvasAndComeBack() {
    viewModel.penDown(new Point(500, 10));
    viewModel.penMove(new Point(900, -40));
    viewModel.penMove(new Point(500, 60));
    viewModel.penUp();
    assertThat(onlyStroke().points()).hasSize(3);
  }

  @Test
  void aStrokeKeepsTheBrushThatItBeganWith() {
    viewModel.brushWidthProperty().set(12);
    viewModel.penDown(new Point(10, 10));
    viewModel.brushWidthProperty().set(70);
    viewModel.penMove(new Point(90, 10));
    viewModel.penUp();
    assertThat(strokes().getFirst().brush().width()).isEqualTo(12);
  }

  @Test
  void theEraserLeavesPaper() {
    viewModel.toolProperty().set(Tool.ERASER);
    dot(10);
    assertThat(strokes().getFirst().brush().ink()).isEqualTo(Ink.WHITE);
  }

  @Test
  void undoAndRedoWalkThroughEveryStroke() {
    for (int i = 0; i < 300; i++) {
      dot(i);
    }
    Drawing all = viewModel.getDrawing();
    for (int i = 0; i < 300; i++) {
      viewModel.undo();
    }
    assertThat(viewModel.blankProperty().get()).isTrue();
    assertThat(viewModel.canUndoProperty().get()).isFalse();
    for (int i = 0; i < 300; i++) {
      viewModel.redo();
    }
    assertThat(viewModel.getDrawing()).isEqualTo(all);
    assertThat(viewModel.canRedoProperty().get()).isFalse();
  }

  @Test
  void undoingAtTheBeginningAndRedoingAtTheEndDoNothing() {
    viewModel.undo();
    dot(1);
    viewModel.redo();
    assertThat(strokes()).hasSize(1);
  }

  @Test
  void whatIsDrawnAfterAnUndoReplacesWhatWasUndone() {
    dot(1);
    dot(2);
    viewModel.undo();
    dot(3);
    assertThat(viewModel.canRedoProperty().get()).isFalse();
    assertThat(strokes()).hasSize(2);
  }

  @Test
  void clearingCanBeUndone() {
    dot(1);
    dot(2);
    Drawing before = viewModel.getDrawing();
    viewModel.clear();
    assertThat(viewModel.blankProperty().get()).isTrue();
    viewModel.undo();
    assertThat(viewModel.getDrawing()).isEqualTo(before);
  }

  @Test
  void clearingBarePaperIsNoStep() {
    viewModel.clear();
    assertThat(viewModel.canUndoProperty().get()).isFalse();
  }

  @Test
  void undoTakesBackTheStrokeInHand() {
    dot(1);
    viewModel.penDown(new Point(50, 50));
    viewModel.undo();
    assertThat(strokes()).hasSize(1);
    assertThat(viewModel.pointsInHandProperty().get()).isZero();
  }

  @Test
  void aRulerDrawsAStraightLineFromWhereItWasLaidDown() {
    viewModel.penDown(new Point(10, 10));
    viewModel.penMove(new Point(20, 14));
    viewModel.ruleTo(new Point(90, 70));
    viewModel.ruleTo(new Point(200, 90));
    assertThat(viewModel.strokeInHand().orElseThrow().points())
        .containsExactly(new Point(10, 10), new Point(20, 14), new Point(200, 90));
    viewModel.penMove(new Point(210, 120));
    viewModel.penUp();
    assertThat(onlyStroke().points()).hasSize(4);
  }

  @Test
  void everyMoveOfTheRulerIsTold() {
    viewModel.penDown(new Point(10, 10));
    var told = new ArrayList<Number>();
    viewModel.pointsInHandProperty().addListener((points, before, now) -> told.add(now));
    viewModel.ruleTo(new Point(90, 70));
    viewModel.ruleTo(new Point(200, 90));
    assertThat(told).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({"100, 3, 100, 0", "-4, 100, 0, 100", "100, 96, 98, 98", "100, 30, 100, 30"})
  void aLineThatIsNearlyLevelUprightOrDiagonalBecomesSo(
      double x, double y, double endX, double endY) {
    viewModel.penDown(new Point(0, 0));
    viewModel.ruleTo(new Point(x, y));
    Point end = viewModel.strokeInHand().orElseThrow().points().getLast();
    assertThat(end.x()).isCloseTo(endX, within(0.5));
    assertThat(end.y()).isCloseTo(endY, within(0.5));
  }

  @Test
  void eachToolKeepsItsWidth() {
    viewModel.brushWidthProperty().set(50);
    viewModel.toolProperty().set(Tool.PENCIL);
    assertThat(viewModel.brushWidthProperty().get()).isEqualTo(Tool.PENCIL.width());
    viewModel.brushWidthProperty().set(3);
    viewModel.toolProperty().set(Tool.BRUSH);
    assertThat(viewModel.brushWidthProperty().get()).isEqualTo(50);
    viewModel.toolProperty().set(Tool.PENCIL);
    assertThat(viewModel.brushWidthProperty().get()).isEqualTo(3);
  }

  @Test
  void sizesStayBetweenTheNarrowestAndTheWidest() {
    for (int i = 0; i < 100; i++) {
      viewModel.broader();
    }
    assertThat(viewModel.brushWidthProperty().get()).isEqualTo(DrawingViewModel.WIDEST_BRUSH);
    for (int i = 0; i < 100; i++) {
      viewModel.narrower();
    }
    assertThat(viewModel.brushWidthProperty().get()).isEqualTo(DrawingViewModel.NARROWEST_BRUSH);
  }

  @Test
  void theMarkerIsTranslucentAndThePencilIsThinAndOpaque() {
    viewModel.toolProperty().set(Tool.MARKER);
    dot(10);
    assertThat(strokes().getFirst().brush().opacity()).isEqualTo(0.75);
    viewModel.toolProperty().set(Tool.PENCIL);
    dot(20);
    assertThat(strokes().getLast().brush().opacity()).isEqualTo(1);
    assertThat(strokes().getLast().brush().width()).isLessThan(10);
  }

  @Test
  void aStrokeTakesTheInkThatWasChosen() {
    viewModel.inkProperty().set(RED);
    dot(10);
    assertThat(onlyStroke().brush().ink()).isEqualTo(RED);
  }

  @Test
  void otherPaperIsAStepLikeAnyOther() {
    dot(1);
    viewModel.changePaper(RED);
    assertThat(viewModel.paperProperty().get()).isEqualTo(RED);
    viewModel.undo();
    assertThat(viewModel.paperProperty().get()).isEqualTo(Ink.WHITE);
    assertThat(strokes()).hasSize(1);
    viewModel.redo();
    assertThat(viewModel.getDrawing().paper()).isEqualTo(RED);
  }

  @Test
  void theSamePaperIsNoStep() {
    viewModel.changePaper(Ink.WHITE);
    assertThat(viewModel.canUndoProperty().get()).isFalse();
  }

  @Test
  void oneClickTurnsABlackDigitOnWhiteIntoAWhiteOneOnBlackAndBack() {
    dot(1);
    Drawing before = viewModel.getDrawing();
    viewModel.whiteOnBlack();
    assertThat(viewModel.getDrawing().paper()).isEqualTo(Ink.BLACK);
    assertThat(onlyStroke().brush().ink()).isEqualTo(Ink.WHITE);
    assertThat(viewModel.inkProperty().get()).isEqualTo(Ink.WHITE);
    viewModel.whiteOnBlack();
    assertThat(viewModel.getDrawing()).isEqualTo(before);
    assertThat(viewModel.inkProperty().get()).isEqualTo(Ink.BLACK);
  }

  @Test
  void swappingExchangesInkAndPaperAlsoInTheDrawing() {
    viewModel.inkProperty().set(RED);
    dot(1);
    viewModel.swapColours();
    assertThat(viewModel.getDrawing().paper()).isEqualTo(RED);
    assertThat(onlyStroke().brush().ink()).isEqualTo(Ink.WHITE);
    assertThat(viewModel.inkProperty().get()).isEqualTo(Ink.WHITE);
  }

  @Test
  void inkIsNeverLeftInTheColourOfNewPaper() {
    viewModel.changePaper(Ink.BLACK);
    assertThat(viewModel.inkProperty().get()).isEqualTo(Ink.WHITE);
    viewModel.undo();
    assertThat(viewModel.inkProperty().get()).isEqualTo(Ink.BLACK);
  }

  @Test
  void aPictureComesInOneStepAndIsDrawnOver() {
    dot(1);
    Drawing before = viewModel.getDrawing();
    viewModel.show(picture(), Optional.of(Ink.BLACK));
    assertThat(viewModel.blankProperty().get()).isFalse();
    assertThat(viewModel.getDrawing().paper()).isEqualTo(Ink.BLACK);
    assertThat(strokes()).isEmpty();
    dot(2);
    assertThat(viewModel.getDrawing().backdrop()).isPresent();
    viewModel.undo();
    viewModel.undo();
    assertThat(viewModel.getDrawing()).isEqualTo(before);
  }

  @Test
  void aPictureWithoutABorderLeavesThePaper() {
    viewModel.show(picture(), Optional.empty());
    assertThat(viewModel.getDrawing().paper()).isEqualTo(Ink.WHITE);
    viewModel.clear();
    assertThat(viewModel.getDrawing().isBlank()).isTrue();
  }

  @Test
  void aDrawingOfLastTimeIsGoneOnWith() {
    Drawing begun =
        Drawing.blank(560, 560, Ink.BLACK)
            .plus(Stroke.begin(new Brush(20, Ink.WHITE), new Point(5, 5)));
    var again = new DrawingViewModel(begun);
    assertThat(again.getDrawing()).isEqualTo(begun);
    assertThat(again.blankProperty().get()).isFalse();
    assertThat(again.canUndoProperty().get()).isFalse();
    assertThat(again.inkProperty().get()).isEqualTo(Ink.WHITE);
  }

  private static Backdrop picture() {
    var pixels = new BufferedImage(28, 28, BufferedImage.TYPE_INT_RGB);
    return Backdrop.of(new PictureDecoder().inColour(pixels), 560, 560);
  }

  private void dot(double x) {
    viewModel.penDown(new Point(x, 10));
    viewModel.penUp();
  }

  private Stroke onlyStroke() {
    assertThat(strokes()).hasSize(1);
    return strokes().getFirst();
  }

  private List<Stroke> strokes() {
    return viewModel.getDrawing().strokes();
  }
}
