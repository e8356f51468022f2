package dev.inkling.model.data;

import dev.inkling.model.DataUnusable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Pictures whose truth is known, from any of the places where people keep such.
///
/// @param name of where they come from, for people
/// @param pictures in an order that does not change from run to run; at least one
/// @param unlabelled how many more pictures were there that nothing says the truth of
public record LabelledPictures(String name, List<LabelledPicture> pictures, int unlabelled) {
  public LabelledPictures {
    pictures = List.copyOf(pictures);
  }

  /// How many of them show a digit.
  public int digits() {
    return (int) pictures.stream().filter(picture -> picture.digit().isPresent()).count();
  }

  /// What lies at that path: a folder with a `labels.tsv`, with MNIST's test files, with a folder
  /// a digit, or with the digit in each file's name; one such picture; a `.tsv` file; or an IDX
  /// file of images.
  ///
  /// @param darkOnLight whether to turn pictures from IDX files over
  /// @throws DataUnusable if nothing there is labelled, or naming the file that is wrong
  public static LabelledPictures at(Path place, boolean darkOnLight) {
    String name = place.toString();
    if (Files.isDirectory(place)) {
      Path labels = place.resolve(LabelsFile.NAME);
      if (Files.isRegularFile(labels)) {
        return new LabelsFile(labels).read(name);
      }
      Optional<IdxPair> mnist = IdxPair.testSetIn(place);
      return mnist.isPresent()
          ? mnist.get().read(name, darkOnLight)
          : new LabelledFolder(place).read(name);
    }
    if (!Files.isRegularFile(place)) {
      throw new DataUnusable(
          "There is no folder or file %s: name labelled pictures with --data.".formatted(place));
    }
    if (name.endsWith(".tsv")) {
      return new LabelsFile(place).read(name);
    }
    return LabelledFolder.isPicture(name)
        ? LabelledFolder.one(place)
        : IdxPair.of(place).read(name, darkOnLight);
  }
}
