package dev.inkling.app.document;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DragEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TransferMode;

/// Pictures to and from other programs: by the clipboard, and by dragging.
public final class PictureExchange {
  private static final PseudoClass DROP = PseudoClass.getPseudoClass("drop");

  private final DocumentViewModel document;

  public PictureExchange(DocumentViewModel document) {
    this.document = document;
  }

  /// Puts what the screen shows into the clipboard.
  public void copy() {
    var content = new ClipboardContent();
    content.putImage(image(document.png()));
    Clipboard.getSystemClipboard().setContent(content);
    document.copied();
  }

  /// Takes the picture, or the picture file, that is in the clipboard.
  public void paste() {
    if (!take(Clipboard.getSystemClipboard())) {
      document.pastedNothing();
    }
  }

  /// Lets that node take pictures and picture files that are dragged onto it. While one hovers over
  /// it, it has the pseudo-class `drop`.
  public void takeDropsOn(Node node) {
    node.setOnDragOver(
        event -> {
          // Our own drawing is no picture for itself.
          if (event.getGestureSource() == null) {
            event.acceptTransferModes(TransferMode.COPY);
          }
        });
    node.setOnDragEntered(event -> node.pseudoClassStateChanged(DROP, true));
    node.setOnDragExited(event -> node.pseudoClassStateChanged(DROP, false));
    node.setOnDragDropped(this::drop);
  }

  /// Lets the drawing be dragged from that node to where pictures or files are taken.
  public void offerDragsFrom(Node node) {
    node.setOnDragDetected(event -> drag(node, event));
  }

  private void drop(DragEvent event) {
    boolean taken = take(event.getDragboard());
    if (!taken) {
      document.droppedNothing();
    }
    event.setDropCompleted(taken);
  }

  /// Files come first: some systems add a file's icon to it as an image.
  private boolean take(Clipboard from) {
    List<File> files = from.getFiles();
    if (!files.isEmpty()) {
      document.open(files.getFirst().toPath());
      return true;
    }
    Optional<Image> image = Optional.ofNullable(from.getImage());
    image
        .filter(picture -> !picture.isError())
        .map(PictureExchange::pixels)
        .ifPresent(document::show);
    return image.isPresent();
  }

  private void drag(Node node, MouseEvent event) {
    byte[] png = document.png();
    var content = new ClipboardContent();
    content.putImage(image(png));
    file(png).ifPresent(file -> content.putFiles(List.of(file)));
    node.startDragAndDrop(TransferMode.COPY).setContent(content);
    event.consume();
  }

  /// In colours, also where it is grey: the system's clipboards take nothing else.
  private static Image image(byte[] png) {
    var decoded = new Image(new ByteArrayInputStream(png));
    int width = (int) decoded.getWidth();
    int height = (int) decoded.getHeight();
    var image = new WritableImage(width, height);
    image.getPixelWriter().setPixels(0, 0, width, height, decoded.getPixelReader(), 0, 0);
    return image;
  }

  /// Other programs copy the file when it is dropped, so it has to lie somewhere by then.
  private static Optional<File> file(byte[] png) {
    try {
      Path folder = Files.createTempDirectory("inkling");
      Path file = Files.write(folder.resolve("drawing.png"), png);
      folder.toFile().deleteOnExit();
      file.toFile().deleteOnExit();
      return Optional.of(file.toFile());
    } catch (IOException full) {
      // Programs that take an image still can.
      return Optional.empty();
    }
  }

  private static BufferedImage pixels(Image image) {
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    var argb = new int[width * height];
    image
        .getPixelReader()
        .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
    var pixels = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    pixels.setRGB(0, 0, width, height, argb, 0, width);
    return pixels;
  }
}
