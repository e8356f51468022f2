package dev.inkling.model.evaluation.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;

/// One HTML file to look at, print, keep and hand on: style, plots and pictures are in it, and it
/// needs neither scripts nor the network.
///
/// @param title in the browser's tab
/// @param content what stands on it
public record Page(String title, Html content) {

  /// The whole page.
  public String html() {
    return new Html()
        .add("<!doctype html>")
        .add("<html lang=\"en-GB\"><head><meta charset=\"utf-8\">")
        .add("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
        .add("<meta name=\"color-scheme\" content=\"light dark\">")
        .add("<title>%s</title>", title)
        .add("<style>%s</style></head><body><main>", style())
        .add(content)
        .add("</main></body></html>")
        .toString();
  }

  /// Writes the file under a temporary name and then moves it: nobody ever sees half of it, and
  /// what fails leaves the last one.
  public void write(Path file) throws IOException {
    Path draft =
        file.resolveSibling(".%s.%d".formatted(file.getFileName(), ProcessHandle.current().pid()));
    try {
      Files.writeString(draft, html());
      Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private static Html style() {
    try (InputStream stream =
        Objects.requireNonNull(Page.class.getResourceAsStream("report.css"))) {
      var css = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      return new Html().add(css.replace("%", "%%"));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
