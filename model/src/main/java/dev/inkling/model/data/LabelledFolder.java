package dev.inkling.model.data;

import dev.inkling.model.DataUnusable;
import dev.inkling.model.data.LabelledPicture.PictureFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Pictures that are labelled by where they lie or by what they are called, the nearest first:
///
/// 1. a folder a digit, `0` to `9`, and `none` or `not_a_digit` for what is no digit; at any depth,
///    so that a folder a writer may lie above them or below;
/// 2. a name that begins with the digit and an underscore, `7_anna.png`;
/// 3. a name with one digit in it, `Digit-7.png`, if that is so of all the others without a label:
///    `scan1.png` to `scan12.png` are numbered, not labelled.
record LabelledFolder(Path root) {
  /// Those that can't be decoded too: a WebP file among the PNGs is better told than passed over.
  private static final Set<String> PICTURE_SUFFIXES =
      Set.of(
          "png", "jpg", "jpeg", "jpe", "jfif", "bmp", "dib", "gif", "webp", "tif", "tiff", "heic");

  private static final Pattern LEADING_DIGIT = Pattern.compile("([0-9])_.*");
  private static final Pattern ONLY_DIGIT = Pattern.compile("[^0-9]*([0-9])[^0-9]*");

  LabelledPictures read(String name) {
    List<Path> files = files();
    List<Path> rest = files.stream().filter(file -> stated(file).isEmpty()).toList();
    boolean byOnlyDigit = rest.stream().allMatch(file -> matched(ONLY_DIGIT, file).isPresent());
    var pictures = new ArrayList<LabelledPicture>();
    for (Path file : files) {
      stated(file)
          .or(() -> byOnlyDigit ? matched(ONLY_DIGIT, file) : Optional.empty())
          .ifPresent(
              truth ->
                  pictures.add(
                      new LabelledPicture(
                          root.relativize(file).toString(), truth, new PictureFile(file))));
    }
    if (pictures.isEmpty()) {
      throw new DataUnusable(
          "Nothing in %s says which digit a picture shows: it takes a folder a digit (0 to 9, and none), names such as 7_anna.png, a labels.tsv, or MNIST's test files."
              .formatted(root));
    }
    return new LabelledPictures(name, pictures, files.size() - pictures.size());
  }

  /// One picture, labelled by the folder that it lies in or by its name.
  ///
  /// @throws DataUnusable if nothing says what it shows
  static LabelledPictures one(Path file) {
    var folder = new LabelledFolder(file.toAbsolutePath().resolveSibling(".").normalize());
    return folder
        .stated(file.toAbsolutePath())
        .or(() -> matched(ONLY_DIGIT, file))
        .map(
            truth ->
                new LabelledPictures(
                    file.toString(),
                    List.of(
                        new LabelledPicture(
                            String.valueOf(file.getFileName()), truth, new PictureFile(file))),
                    0))
        .orElseThrow(
            () ->
                new DataUnusable(
                    "Nothing says which digit %s shows: begin its name with it, as in 7_anna.png."
                        .formatted(file)));
  }

  /// Whether a file's name says that it is a picture.
  static boolean isPicture(String name) {
    int dot = name.lastIndexOf('.');
    return dot >= 0 && PICTURE_SUFFIXES.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT));
  }

  private Optional<OptionalInt> stated(Path file) {
    Path folder = root.relativize(file).getParent();
    for (; folder != null; folder = folder.getParent()) {
      Optional<OptionalInt> label = Label.of(String.valueOf(folder.getFileName()));
      if (label.isPresent()) {
        return label;
      }
    }
    // The folder named may itself be called `none`, but as `3` it is more likely the third.
    return Label.saysNone(String.valueOf(root.getFileName()))
        ? Optional.of(OptionalInt.empty())
        : matched(LEADING_DIGIT, file);
  }

  private static Optional<OptionalInt> matched(Pattern pattern, Path file) {
    String name = String.valueOf(file.getFileName());
    Matcher matcher = pattern.matcher(name.substring(0, name.lastIndexOf('.')));
    return matcher.matches() ? Label.of(matcher.group(1)) : Optional.empty();
  }

  private List<Path> files() {
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(file -> isPicture(file) && Files.isRegularFile(file)).sorted().toList();
    } catch (IOException | UncheckedIOException broken) {
      throw new DataUnusable("The folder %s can't be read.".formatted(root), broken);
    }
  }

  private boolean isPicture(Path file) {
    for (Path part : root.relativize(file)) {
      // What the system hides is no person's picture: .git, or macOS's `._7_anna.png`.
      if (part.toString().startsWith(".")) {
        return false;
      }
    }
    return isPicture(String.valueOf(file.getFileName()));
  }
}
