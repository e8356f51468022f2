package dev.inkling.model.data;

import dev.inkling.model.DataUnusable;
import dev.inkling.model.data.LabelledPicture.PictureFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A table of labels: columns set apart by tabs, a first row that names them, among them `path`,
/// relative to the table, and `label`: a digit, `none` or `not_a_digit`.
record LabelsFile(Path file) {
  static final String NAME = "labels.tsv";

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  LabelledPictures read(String name) {
    List<String> rows = rows();
    List<String> header = cells(rows.isEmpty() ? "" : rows.getFirst().replace(BYTE_ORDER_MARK, ""));
    int path = header.indexOf("path");
    int label = header.indexOf("label");
    if (path < 0 || label < 0) {
      throw new DataUnusable(
          "The first row of %s has to name the columns 'path' and 'label', set apart by tabs."
              .formatted(file));
    }
    var pictures = new ArrayList<LabelledPicture>();
    for (int i = 1; i < rows.size(); i++) {
      if (!rows.get(i).isBlank()) {
        pictures.add(picture(cells(rows.get(i)), path, label, i + 1));
      }
    }
    if (pictures.isEmpty()) {
      throw new DataUnusable(file + " names no picture.");
    }
    return new LabelledPictures(name, pictures, 0);
  }

  private LabelledPicture picture(List<String> cells, int path, int label, int row) {
    if (cells.size() <= Math.max(path, label)) {
      throw new DataUnusable("Row %d of %s has no path and label.".formatted(row, file));
    }
    var truth =
        Label.of(cells.get(label))
            .orElseThrow(
                () ->
                    new DataUnusable(
                        "Row %d of %s has the label '%s': it is 0 to 9, or 'none'."
                            .formatted(row, file, cells.get(label))));
    try {
      return new LabelledPicture(
          cells.get(path), truth, new PictureFile(file.resolveSibling(cells.get(path))));
    } catch (InvalidPathException noPath) {
      throw new DataUnusable(
          "Row %d of %s has a path that can't be one.".formatted(row, file), noPath);
    }
  }

  private List<String> rows() {
    try {
      return Files.readAllLines(file);
    } catch (IOException broken) {
      throw new DataUnusable("%s can't be read as UTF-8 text.".formatted(file), broken);
    }
  }

  private static List<String> cells(String row) {
    return List.of(row.split("\t", -1)).stream().map(String::strip).toList();
  }
}
