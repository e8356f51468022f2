package dev.inkling.model.data;

import dev.inkling.model.DataUnusable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/// Handwritten digits by Y. LeCun, C. Cortes and C. Burges: 60,000 to train on and 10,000 to test
/// with, by other writers. Licence: CC BY-SA 3.0.
public enum Mnist {
  TRAIN(
      file(
          "train-images-idx3-ubyte",
          "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db"),
      file(
          "train-labels-idx1-ubyte",
          "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5")),
  TEST(
      file(
          "t10k-images-idx3-ubyte",
          "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7"),
      file(
          "t10k-labels-idx1-ubyte",
          "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2"));

  public static final String LICENCE = "CC BY-SA 3.0";

  private final DataFile images;
  private final DataFile labels;

  private static DataFile file(String name, String sha256) {
    // A mirror of MNIST kept for just this purpose.
    var home = URI.create("https://storage.googleapis.com/cvdf-datasets/mnist/");
    return new DataFile(name, sha256, home, DataFile.Packing.GZIP);
  }

  Mnist(DataFile images, DataFile labels) {
    this.images = images;
    this.labels = labels;
  }

  /// The two files of this part.
  public List<DataFile> files() {
    return List.of(images, labels);
  }

  /// Reads this part, and checks that it is MNIST.
  ///
  /// @throws DataUnusable naming the file that is missing, damaged or not MNIST's
  public Samples read(DataHome home) {
    IdxFile pixels = read(images, home.find(images));
    IdxFile digits = read(labels, home.find(labels));
    return new Samples(pixels.values(), digits.values());
  }

  /// The test set, which ships with Inkling.
  public static Samples shippedTest() {
    return new Samples(shipped(TEST.images).values(), shipped(TEST.labels).values());
  }

  /// The same as pictures.
  ///
  /// @param darkOnLight whether to turn them over; they are light on black as stored
  public static LabelledPictures shippedTestPictures(boolean darkOnLight) {
    return IdxPair.pictures(
        "MNIST test set", shipped(TEST.images), shipped(TEST.labels).values(), darkOnLight);
  }

  private static IdxFile shipped(DataFile file) {
    String name = file.packedName();
    try (InputStream stream =
        Objects.requireNonNull(Mnist.class.getResourceAsStream("mnist/" + name), name)) {
      return IdxFile.read(new GZIPInputStream(stream), Path.of(name));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static IdxFile read(DataFile expected, Path path) {
    IdxFile file = IdxFile.read(path);
    if (!file.sha256().equals(expected.sha256())) {
      throw new DataUnusable(
          "%s is not MNIST's %s (its SHA-256 is %s): fetch it again."
              .formatted(path, expected.name(), file.sha256()));
    }
    return file;
  }
}
