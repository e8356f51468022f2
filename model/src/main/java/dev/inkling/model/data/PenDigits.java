package dev.inkling.model.data;

import dev.inkling.model.DataUnusable;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/// "Pen-Based Recognition of Handwritten Digits" by E. Alpaydin and F. Alimoglu (UCI Machine
/// Learning Repository, 1998): 7,494 digits that 30 people wrote on a tablet, as the pen's way.
/// Unlike MNIST's pixels, these can be drawn anew with any brush on any canvas. Licence: CC BY 4.0.
public final class PenDigits {
  public static final String LICENCE = "CC BY 4.0";

  private static final DataFile TRAJECTORIES =
      new DataFile(
          "pendigits-orig.tra",
          "a66225d68d7d68591e62944df1ad33b3f5aa608e2df2505844b41f5568a80da4",
          URI.create("https://archive.ics.uci.edu/ml/machine-learning-databases/pendigits/"),
          DataFile.Packing.COMPRESS);

  private PenDigits() {}

  /// The one file of this set.
  public static List<DataFile> files() {
    return List.of(TRAJECTORIES);
  }

  /// Reads all digits, and checks that they are this set's.
  ///
  /// @throws DataUnusable naming the file, if it is missing, damaged or another
  public static List<PenDigit> read(DataHome home) {
    Path path = home.find(TRAJECTORIES);
    UnipenFile file = UnipenFile.read(path);
    if (!file.sha256().equals(TRAJECTORIES.sha256())) {
      throw new DataUnusable(
          "%s is not the public %s (its SHA-256 is %s): fetch it again."
              .formatted(path, TRAJECTORIES.name(), file.sha256()));
    }
    return file.digits();
  }
}
