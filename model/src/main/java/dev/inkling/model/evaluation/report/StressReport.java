package dev.inkling.model.evaluation.report;

import dev.inkling.model.evaluation.StressTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A stress table as files: `stress.md`, which goes into a page of text, and `stress.svg`, in which
/// it can be seen at a glance.
///
/// @param command that made it
public record StressReport(StressTable table, String command) {

  /// Writes both files.
  ///
  /// @param folder that gets them; it is made if it is not there
  /// @throws IOException if they can't be written
  public void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("stress.svg"), new StressPlot(table).toString());
    Files.writeString(
        folder.resolve("stress.md"),
        markdown()
            + "\nEach figure is of up to %,d digits. Made by `%s`.\n"
                .formatted(table.digits(), command));
  }

  /// The table alone.
  public String markdown() {
    return new StressMarkdown(table).toString();
  }
}
