package dev.inkling.app.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.app.background.ManualBackground;
import dev.inkling.app.document.KeptDrawing.Restored;
import dev.inkling.app.draw.DrawingViewModel;
import dev.inkling.app.texts.Language;
import dev.inkling.model.ink.Drawing;
import dev.inkling.model.ink.Point;
import dev.inkling.model.ink.ScriptedHand;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptDrawingTest {
  @TempDir private Path folder;
  private final Drawing seven = ScriptedHand.draw(7);
  private final ManualBackground manual = new ManualBackground();
  private final List<Throwable> failures = new ArrayList<>();

  @Test
  void theFirstStartFindsNothingAndSaysNothing() {
    try (KeptDrawing kept = open()) {
      assertThat(kept.read().drawing()).isEmpty();
      assertThat(words(kept.read())).isEmpty();
    }
  }

  @Test
  void whatWasKeptIsThereAtTheNextStart() throws IOException {
    try (KeptDrawing kept = open()) {
      kept.write(ScriptedHand.draw(3));
      kept.write(seven);
    }
    try (KeptDrawing kept = open()) {
      assertThat(kept.read().drawing()).contains(seven);
    }
    assertThat(names()).containsExactlyInAnyOrder("drawing.txt", "drawing.lock");
  }

  @Test
  void aFileThatCannotBeReadIsSetAsideAndNamed() throws IOException {
    Files.writeString(folder.resolve("drawing.txt"), "inkling drawing 1\ncanvas 5");
    try (KeptDrawing kept = open()) {
      Restored restored = kept.read();
      assertThat(restored.drawing()).isEmpty();
      assertThat(words(restored)).contains("drawing-unreadable-1.txt");
      kept.write(seven);
    }
    Files.writeString(folder.resolve("drawing.txt"), "\u0000\u0000");
    try (KeptDrawing kept = open()) {
      assertThat(words(kept.read())).contains("drawing-unreadable-2.txt");
    }
    assertThat(folder.resolve("drawing-unreadable-1.txt"))
        .hasContent("inkling drawing 1\ncanvas 5");
  }

  @Test
  void aSecondInklingLeavesTheFirstOnesDrawingAlone() throws IOException {
    try (KeptDrawing first = open();
        KeptDrawing second = open()) {
      first.write(seven);
      assertThat(second.read().drawing()).isEmpty();
      assertThat(words(second.read())).contains("only the first window");
      second.write(ScriptedHand.draw(1));
      assertThat(first.read().drawing()).contains(seven);
    }
  }

  @Test
  void aFolderThatCannotBeIsSaidAndDrawingGoesOn() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    try (KeptDrawing kept = KeptDrawing.in(file.resolve("below"), WholeFile.MOVED_INTO_PLACE)) {
      assertThat(words(kept.read())).contains("cannot be kept");
      kept.write(seven);
    }
  }

  @Test
  void aFullDiskLeavesWhatWasKeptBefore() throws IOException {
    Path file = folder.resolve("drawing.txt");
    try (KeptDrawing kept = open()) {
      kept.write(seven);
    }
    WholeFile full =
        (path, content) -> {
          throw new FileSystemException(path.toString(), null, "No space left on device");
        };
    try (KeptDrawing kept = KeptDrawing.in(folder, full)) {
      var drawing = new DrawingViewModel(seven);
      var keeper = keeper(drawing, kept);
      dot(drawing);
      manual.doNext();
      assertThat(failures).hasSize(1);
      keeper.close();
    }
    assertThat(Files.readString(file)).isEqualTo(DrawingText.of(seven));
  }

  @Test
  void everyStepIsKeptAsSoonAsItIsDone() {
    KeptDrawing kept = open();
    var drawing = new DrawingViewModel();
    keeper(drawing, kept);
    dot(drawing);
    manual.doNext();
    // As after kill -9: nothing is closed.
    assertThat(readAgain()).isEqualTo(DrawingText.of(drawing.getDrawing()));
    drawing.undo();
    manual.doNext();
    assertThat(readAgain()).isEqualTo(DrawingText.of(drawing.getDrawing()));
    kept.close();
  }

  @Test
  void ofTheStepsThatComeWhileOneIsWrittenTheLastIsNext() {
    KeptDrawing kept = open();
    var drawing = new DrawingViewModel();
    keeper(drawing, kept);
    for (int i = 0; i < 20; i++) {
      dot(drawing);
    }
    assertThat(manual.waiting()).isEqualTo(1);
    manual.doNext();
    manual.doNext();
    assertThat(manual.waiting()).isZero();
    assertThat(readAgain()).isEqualTo(DrawingText.of(drawing.getDrawing()));
    kept.close();
  }

  @Test
  void whatIsInHandWhenTheWindowClosesIsKeptToo() {
    var drawing = new DrawingViewModel();
    DrawingKeeper keeper = keeper(drawing, open());
    dot(drawing);
    drawing.penDown(new Point(70, 70));
    keeper.close();
    assertThat(drawing.getDrawing().strokes()).hasSize(2);
    assertThat(readAgain()).isEqualTo(DrawingText.of(drawing.getDrawing()));

    // A write that was only waiting comes too late to undo that.
    manual.doNext();
    assertThat(readAgain()).isEqualTo(DrawingText.of(drawing.getDrawing()));
  }

  private KeptDrawing open() {
    return KeptDrawing.in(folder, WholeFile.MOVED_INTO_PLACE);
  }

  private DrawingKeeper keeper(DrawingViewModel drawing, KeptDrawing kept) {
    return new DrawingKeeper(drawing, kept, manual.background(), failures::add);
  }

  private String readAgain() {
    try {
      return Files.readString(folder.resolve("drawing.txt"));
    } catch (IOException missing) {
      throw new AssertionError(missing);
    }
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  private static void dot(DrawingViewModel drawing) {
    drawing.penDown(new Point(10 + drawing.getDrawing().strokes().size(), 10));
    drawing.penUp();
  }

  private static String words(Restored restored) {
    return restored.notice().in(new Language().of(KeptDrawing.class));
  }
}
