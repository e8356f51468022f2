package dev.inkling.app.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.app.background.ManualBackground;
import dev.inkling.app.draw.DrawingViewModel;
import dev.inkling.app.texts.Language;
import dev.inkling.model.UnreadablePicture;
import dev.inkling.model.ink.Drawing;
import dev.inkling.model.ink.DrawingRenderer;
import dev.inkling.model.ink.Ink;
import dev.inkling.model.ink.PictureDecoder;
import dev.inkling.model.ink.Point;
import dev.inkling.model.ink.TestPictures;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentViewModelTest {
  @TempDir private Path folder;
  private final DrawingRenderer renderer = new DrawingRenderer();
  private final DrawingViewModel drawing = new DrawingViewModel();
  private final ScriptedDialogs dialogs = new ScriptedDialogs();
  private final ManualBackground manual = new ManualBackground();
  private final Language language = new Language();
  private Optional<IOException> disk = Optional.empty();
  private final DocumentViewModel document =
      new DocumentViewModel(drawing, renderer, dialogs, this::write, manual.background(), language);

  @Test
  void aPictureIsOpenedOnPaperOfItsBordersColourInOneStep() throws IOException {
    dot();
    Drawing before = drawing.getDrawing();
    open("black.png", TestPictures.blank(40, 20, 0xFF000000));
    manual.doNext();

    assertThat(drawing.getDrawing().paper()).isEqualTo(Ink.BLACK);
    assertThat(drawing.getDrawing().strokes()).isEmpty();
    assertThat(line()).isEmpty();
    drawing.undo();
    assertThat(drawing.getDrawing()).isEqualTo(before);
  }

  @Test
  void whatIsSentOfAnUntouchedPictureIsWhatTheCanvasShows() throws IOException {
    open("seven.png", TestPictures.file("seven.png"));
    manual.doNext();

    BufferedImage shown = renderer.render(drawing.asSeen());
    assertThat(shown.getWidth()).isEqualTo(DrawingViewModel.SIDE);
    assertThat(new PictureDecoder().decode(document.png()).luminance())
        .isEqualTo(renderer.picture(drawing.asSeen()).luminance());
  }

  @Test
  void whatIsNoPictureIsOneLineAndTheDrawingStays() throws IOException {
    dot();
    Drawing before = drawing.getDrawing();
    refuses(
        "This is no picture that Inkling can read",
        "letter.txt",
        "Dear Ada".getBytes(StandardCharsets.UTF_8));
    refuses("is empty (0 bytes)", "empty.png", new byte[0]);
    refuses("at most 16,777,216 pixels", "bomb.png", TestPictures.bomb(30_000, 30_000));
    byte[] whole = TestPictures.file("seven.png");
    refuses("damaged or cut short", "cut.png", Arrays.copyOf(whole, whole.length / 2));

    assertThat(drawing.getDrawing()).isEqualTo(before);
  }

  @Test
  void aFileThatIsGoneIsNamed() {
    document.open(folder.resolve("gone.png"));
    manual.doNext();
    assertThat(line()).contains("“gone.png” is not there any more");
  }

  @Test
  void aFolderIsNoPicture() {
    document.open(folder);
    manual.doNext();
    assertThat(line()).contains("cannot be read");
    assertThat(document.problemProperty().get()).isTrue();
  }

  @Test
  void everyReasonHasItsWordsInEveryLanguage() {
    for (Locale locale : Language.KNOWN) {
      language.localeProperty().set(locale);
      for (UnreadablePicture.Reason reason : UnreadablePicture.Reason.values()) {
        String key = "unreadable." + reason.name().toLowerCase(Locale.ROOT);
        assertThat(language.of(DocumentViewModel.class).get(key)).isNotBlank();
      }
    }
  }

  @Test
  void ofTwoPicturesInARowTheSecondStays() throws IOException {
    open("black.png", TestPictures.blank(40, 20, 0xFF000000));
    open("white.png", TestPictures.blank(40, 20, 0xFFFFFFFF));
    manual.doNext();
    manual.doNext();
    assertThat(drawing.getDrawing().paper()).isEqualTo(Ink.WHITE);
    drawing.undo();
    assertThat(drawing.getDrawing().isBlank()).isTrue();
  }

  @Test
  void aPastedPictureTooLargeForMemoryIsRefusedLikeAFile() {
    document.show(new BufferedImage(10_001, 1, BufferedImage.TYPE_BYTE_GRAY));
    manual.doNext();
    assertThat(line()).contains("10,000 on a side");
  }

  @Test
  void theLineIsGoneWithTheNextStroke() {
    document.pastedNothing();
    assertThat(line()).startsWith("There is no picture in the clipboard");
    drawing.penDown(new Point(10, 10));
    assertThat(line()).isEmpty();
    assertThat(document.problemProperty().get()).isFalse();
  }

  @Test
  void whatIsSavedIsWhatIsSeen() throws IOException {
    dot();
    drawing.penDown(new Point(300, 300));
    dialogs.choose(folder.resolve("seven"));
    document.save();
    manual.doNext();

    assertThat(folder.resolve("seven.png")).hasBinaryContent(renderer.png(drawing.asSeen()));
    assertThat(line()).isEqualTo("Saved as “seven.png”.");
    assertThat(document.problemProperty().get()).isFalse();
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void aFileThatNobodyChoseIsNotReplaced() throws IOException {
    Path old = Files.writeString(folder.resolve("seven.png"), "old");
    document.save(folder.resolve("seven"));
    assertThat(manual.waiting()).isZero();
    assertThat(line()).startsWith("There is a “seven.png” already");
    assertThat(old).hasContent("old");
  }

  @Test
  void whoChoosesNoFileAfterAllChangesNothing() {
    document.save();
    document.open();
    assertThat(manual.waiting()).isZero();
    assertThat(line()).isEmpty();
  }

  @Test
  void aDiskThatIsFullOrForbiddenIsOneLineAndTheOldFileStays() throws IOException {
    dot();
    Path file = Files.writeString(folder.resolve("old.png"), "old");
    disk = Optional.of(new FileSystemException("old.png", null, "No space left on device"));
    save(file);
    assertThat(line()).contains("could not be saved", "full", "Your drawing stays here");
    disk = Optional.of(new AccessDeniedException("old.png"));
    save(file);
    assertThat(line()).contains("may not be written there", "choose another folder");
    assertThat(file).hasContent("old");
    assertThat(drawing.getDrawing().strokes()).hasSize(1);

    disk = Optional.empty();
    save(file);
    assertThat(file).hasBinaryContent(document.png());
  }

  @Test
  void aFolderThatIsGoneIsSaidToo() {
    save(folder.resolve("gone/drawing.png"));
    assertThat(line()).contains("“drawing.png” could not be saved");
  }

  private void refuses(String words, String name, byte[] content) throws IOException {
    open(name, content);
    manual.doNext();
    assertThat(line()).contains(words);
    assertThat(document.problemProperty().get()).isTrue();
  }

  private void open(String name, byte[] content) throws IOException {
    dialogs.choose(Files.write(folder.resolve(name), content));
    document.open();
  }

  private void save(Path file) {
    document.save(file);
    manual.doNext();
  }

  private void write(Path file, byte[] content) throws IOException {
    if (disk.isPresent()) {
      throw disk.get();
    }
    WholeFile.MOVED_INTO_PLACE.write(file, content);
  }

  private void dot() {
    drawing.penDown(new Point(100, 100));
    drawing.penUp();
  }

  private String line() {
    return document.lineProperty().get();
  }
}
