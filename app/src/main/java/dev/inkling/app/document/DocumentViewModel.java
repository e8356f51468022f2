package dev.inkling.app.document;

import dev.inkling.app.background.Background;
import dev.inkling.app.background.BackgroundTask;
import dev.inkling.app.draw.DrawingViewModel;
import dev.inkling.app.texts.Language;
import dev.inkling.app.texts.Sentence;
import dev.inkling.model.UnreadablePicture;
import dev.inkling.model.UnreadablePicture.Reason;
import dev.inkling.model.ink.Backdrop;
import dev.inkling.model.ink.ColourPicture;
import dev.inkling.model.ink.Drawing;
import dev.inkling.model.ink.DrawingRenderer;
import dev.inkling.model.ink.Ink;
import dev.inkling.model.ink.PictureDecoder;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;

/// Pictures that come onto the paper and drawings that leave it as files. What goes wrong is one
/// line, and never costs anybody the drawing.
public final class DocumentViewModel {
  /// More than any picture of [PictureDecoder#MOST_PIXELS] takes; files are read as a whole.
  private static final long MOST_BYTES = 80L << 20;

  private record Opened(Backdrop picture, Optional<Ink> border) {}

  private final DrawingViewModel drawing;
  private final DrawingRenderer renderer;
  private final FileDialogs dialogs;
  private final WholeFile files;
  private final Background background;
  private final PictureDecoder decoder = new PictureDecoder();
  private Optional<BackgroundTask<Opened>> opening = Optional.empty();

  private final ObjectProperty<Sentence> line = new SimpleObjectProperty<>(Sentence.NONE);
  private final ReadOnlyStringWrapper lineSaid = new ReadOnlyStringWrapper();
  private final ReadOnlyBooleanWrapper problem = new ReadOnlyBooleanWrapper();

  public DocumentViewModel(
      DrawingViewModel drawing,
      DrawingRenderer renderer,
      FileDialogs dialogs,
      WholeFile files,
      Background background,
      Language language) {
    this.drawing = drawing;
    this.renderer = renderer;
    this.dialogs = dialogs;
    this.files = files;
    this.background = background;
    lineSaid.bind(language.of(DocumentViewModel.class).said(line));
    drawing
        .pointsInHandProperty()
        .subscribe(points -> tell(points.intValue() == 1 ? Sentence.NONE : line.get()));
  }

  /// What became of the last file, until the pen goes on; empty if there is nothing to say.
  public ReadOnlyStringProperty lineProperty() {
    return lineSaid.getReadOnlyProperty();
  }

  /// Whether the line tells of something that went wrong.
  public ReadOnlyBooleanProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /// Says this, as something that went wrong.
  public void warn(Sentence sentence) {
    line.set(sentence);
    problem.set(!sentence.equals(Sentence.NONE));
  }

  /// Asks for a picture and opens it.
  public void open() {
    dialogs.open().ifPresent(this::open);
  }

  /// Puts the picture of that file on the paper, in place of what is there.
  public void open(Path file) {
    show(() -> decoder.decodeInColour(bytes(file)), failure -> unopened(file, failure));
  }

  /// Puts a picture that another program has decoded on the paper.
  public void show(BufferedImage pixels) {
    show(() -> decoder.inColour(pixels), failure -> unopened(Path.of(""), failure));
  }

  /// Somebody pasted, and there was no picture.
  public void pastedNothing() {
    warn(Sentence.of("paste.none"));
  }

  /// Somebody dropped something that is no picture.
  public void droppedNothing() {
    warn(Sentence.of("drop.none"));
  }

  /// Asks for a place and saves the drawing there.
  public void save() {
    dialogs.save().ifPresent(this::save);
  }

  /// Saves what the screen shows as a PNG file; its name ends with `.png` if it does not yet.
  public void save(Path chosen) {
    String name = chosen.getFileName().toString();
    if (name.toLowerCase(Locale.ROOT).endsWith(".png")) {
      saveAs(chosen);
    } else if (Files.exists(chosen.resolveSibling(name + ".png"))) {
      // The dialog asked about the name that was typed, not about this one.
      warn(Sentence.of("save.exists", name + ".png"));
    } else {
      saveAs(chosen.resolveSibling(name + ".png"));
    }
  }

  private void saveAs(Path file) {
    Drawing seen = drawing.asSeen();
    new BackgroundTask<>(
            progress -> {
              files.write(file, renderer.png(seen));
              return file;
            })
        .onSuccess(saved -> tell(Sentence.of("saved", saved.getFileName())))
        .onFailure(failure -> warn(unsaved(file, failure)))
        .startOn(background);
  }

  /// What the screen shows, as a PNG file to hand to another program.
  public byte[] png() {
    return renderer.png(drawing.asSeen());
  }

  /// The picture is where it can be pasted from.
  public void copied() {
    tell(Sentence.of("copied"));
  }

  @FunctionalInterface
  private interface Reading {
    ColourPicture read() throws IOException;
  }

  private void show(Reading reading, Function<Throwable, Sentence> words) {
    Drawing canvas = drawing.getDrawing();
    // Whoever opens two pictures in a row wants the second, however long the first takes.
    opening.ifPresent(BackgroundTask::cancel);
    opening =
        Optional.of(
            new BackgroundTask<>(progress -> fit(reading.read(), canvas))
                .onSuccess(
                    opened -> {
                      tell(Sentence.NONE);
                      drawing.show(opened.picture, opened.border);
                    })
                .onFailure(failure -> warn(words.apply(failure)))
                .startOn(background));
  }

  private static Opened fit(ColourPicture picture, Drawing canvas) {
    return new Opened(Backdrop.of(picture, canvas.width(), canvas.height()), picture.border());
  }

  private static byte[] bytes(Path file) throws IOException {
    if (Files.size(file) > MOST_BYTES) {
      throw new UnreadablePicture(Reason.TOO_LARGE, "More bytes than any picture has");
    }
    return Files.readAllBytes(file);
  }

  private static Sentence unopened(Path file, Throwable failure) {
    return switch (failure) {
      case UnreadablePicture unreadable -> unreadable(unreadable.reason());
      case NoSuchFileException gone -> Sentence.of("open.missing", file.getFileName());
      default -> Sentence.of("open.failed", file.getFileName());
    };
  }

  private static Sentence unreadable(Reason reason) {
    String key = "unreadable." + reason.name().toLowerCase(Locale.ROOT);
    return reason == Reason.TOO_LARGE
        ? Sentence.of(key, PictureDecoder.MOST_PIXELS, PictureDecoder.LONGEST_SIDE)
        : Sentence.of(key);
  }

  private static Sentence unsaved(Path file, Throwable failure) {
    return Sentence.of(
        failure instanceof AccessDeniedException ? "save.denied" : "save.failed",
        file.getFileName());
  }

  /// Says this, until the pen goes on.
  public void tell(Sentence sentence) {
    line.set(sentence);
    problem.set(false);
  }
}
