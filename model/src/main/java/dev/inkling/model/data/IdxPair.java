package dev.inkling.model.data;

import dev.inkling.model.DataUnusable;
import dev.inkling.model.data.LabelledPicture.StoredPicture;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A file of images and the file of their labels, named as MNIST's are: `x-images-idx3-ubyte` and
/// `x-labels-idx1-ubyte`, plain or with `.gz`.
record IdxPair(Path images, Path labels) {
  private static final int DIGITS = 10;

  /// The pair that this file of images belongs to.
  ///
  /// @throws DataUnusable if its labels are not beside it
  static IdxPair of(Path images) {
    String file = String.valueOf(images.getFileName());
    String labels =
        file.replace("images", "labels").replace("idx3", "idx1").replaceFirst("\\.gz$", "");
    if (!file.contains("images")) {
      throw new DataUnusable(
          "%s is neither a folder, nor a .tsv file, nor has it 'images' in its name as IDX files have: name labelled pictures with --data."
              .formatted(images));
    }
    return Stream.of(labels, labels + ".gz")
        .map(images::resolveSibling)
        .filter(Files::isRegularFile)
        .findFirst()
        .map(found -> new IdxPair(images, found))
        .orElseThrow(
            () ->
                new DataUnusable(
                    "The labels of %s are missing: put %s[.gz] beside it."
                        .formatted(images, labels)));
  }

  /// The test set in a folder that has MNIST's files, or in its `mnist` folder. Other sets of that
  /// layout have the same names, so nothing but the names is looked at.
  static Optional<IdxPair> testSetIn(Path folder) {
    String name = Mnist.TEST.files().getFirst().name();
    return Stream.of(folder, folder.resolve("mnist"))
        .flatMap(place -> Stream.of(name, name + ".gz").map(place::resolve))
        .filter(Files::isRegularFile)
        .findFirst()
        .map(IdxPair::of);
  }

  LabelledPictures read(String name, boolean darkOnLight) {
    IdxFile pixels = IdxFile.read(images);
    byte[] digits = IdxFile.read(labels).values();
    if (pixels.dimensions().size() != 3 || pixels.values().length == 0) {
      throw new DataUnusable(images + " holds no images, which have three dimensions.");
    }
    if (pixels.dimensions().getFirst() != digits.length) {
      throw new DataUnusable(
          "%s has %,d images, but %s has %,d labels."
              .formatted(images, pixels.dimensions().getFirst(), labels, digits.length));
    }
    for (byte digit : digits) {
      if (digit < 0 || digit >= DIGITS) {
        throw new DataUnusable(
            "%s has the label %d, but digits are 0 to 9.".formatted(labels, digit & 0xFF));
      }
    }
    return pictures(name, pixels, digits, darkOnLight);
  }

  /// Images and as many labels, 0 to 9, wherever they were read from.
  static LabelledPictures pictures(
      String name, IdxFile pixels, byte[] digits, boolean darkOnLight) {
    List<LabelledPicture> pictures =
        IntStream.range(0, digits.length)
            .mapToObj(
                i ->
                    new LabelledPicture(
                        "image " + i,
                        OptionalInt.of(digits[i]),
                        new StoredPicture(pixels, i, darkOnLight)))
            .toList();
    return new LabelledPictures(name, pictures, 0);
  }
}
