package dev.inkling.app.draw;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.model.ink.Drawing;
import dev.inkling.model.ink.Ink;
import dev.inkling.model.ink.Point;
import dev.inkling.model.ink.Stroke;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DrawingViewModelTest {
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
