package dev.inkling.model.data;

import java.nio.file.Path;

/// The data that the tests carry: MNIST's test set.
public final class TestData {
  private static final DataHome HOME =
      DataHome.at(Path.of("src/main/resources/dev/inkling/model/data/mnist"));

  private TestData() {}

  /// All 10,000 samples of MNIST's test set.
  public static Samples mnistTest() {
    return Mnist.TEST.read(HOME);
  }
}
