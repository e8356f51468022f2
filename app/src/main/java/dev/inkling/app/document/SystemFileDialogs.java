package dev.inkling.app.document;

import dev.inkling.app.texts.Language;
import dev.inkling.app.texts.Texts;
import java.io.File;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;

/// The system's own dialogs. They begin in the folder that was chosen last since the start.
public final class SystemFileDialogs implements FileDialogs {
  private final Texts texts;
  private Optional<File> folder = Optional.empty();

  public SystemFileDialogs(Language language) {
    texts = language.of(SystemFileDialogs.class);
  }

  @Override
  public Optional<Path> open() {
    var filter =
        new ExtensionFilter(
            texts.get("pictures"),
            // GTK tells capitals apart.
            Stream.of("png", "jpg", "jpeg", "bmp")
                .flatMap(end -> Stream.of("*." + end, "*." + end.toUpperCase(Locale.ROOT)))
                .toList());
    return ask(filter, "", FileChooser::showOpenDialog);
  }

  @Override
  public Optional<Path> save() {
    return ask(
        new ExtensionFilter(texts.get("png"), "*.png"),
        texts.get("file-name"),
        FileChooser::showSaveDialog);
  }

  @Override
  public Optional<Path> openExperiments() {
    var filter =
        new ExtensionFilter(
            texts.get("experiments"), "*.zip", "*.json", "*.tsv", "*.png", "*.jpg", "*-ubyte*");
    return ask(filter, "", FileChooser::showOpenDialog);
  }

  @Override
  public Optional<Path> saveExperiments() {
    return ask(
            new ExtensionFilter(texts.get("zip"), "*.zip"),
            texts.get("experiments-name"),
            FileChooser::showSaveDialog)
        .map(file -> ending(file, ".zip"));
  }

  @Override
  public Optional<Path> saveReport() {
    return ask(
            new ExtensionFilter(texts.get("html"), "*.html"),
            texts.get("report-name"),
            FileChooser::showSaveDialog)
        .map(file -> ending(file, ".html"));
  }

  private static Path ending(Path file, String end) {
    String name = file.getFileName().toString();
    return name.toLowerCase(Locale.ROOT).endsWith(end) ? file : file.resolveSibling(name + end);
  }

  private Optional<Path> ask(
      ExtensionFilter filter, String name, BiFunction<FileChooser, Window, File> dialog) {
    var chooser = new FileChooser();
    chooser.getExtensionFilters().add(filter);
    chooser.setInitialFileName(name);
    folder.filter(File::isDirectory).ifPresent(chooser::setInitialDirectory);
    Optional<File> chosen = Optional.ofNullable(dialog.apply(chooser, owner()));
    chosen.ifPresent(file -> folder = Optional.of(file.getAbsoluteFile().getParentFile()));
    return chosen.map(File::toPath);
  }

  /// The window that the person is looking at.
  private static Window owner() {
    return Window.getWindows().stream()
        .filter(Window::isFocused)
        .findFirst()
        .orElseGet(() -> Window.getWindows().getFirst());
  }
}
