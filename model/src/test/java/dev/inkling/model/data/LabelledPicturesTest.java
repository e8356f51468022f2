package dev.inkling.model.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.inkling.model.DataUnusable;
import dev.inkling.model.data.LabelledPicture.StoredPicture;
import dev.inkling.model.ink.Picture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LabelledPicturesTest {
  @TempDir private Path folder;

  /// Without a file and without the network.
  @Test
  void mnistsTestSetIsBroughtAlong() {
    LabelledPictures pictures = Mnist.shippedTestPictures(false);

    Samples samples = Mnist.shippedTest();
    assertThat(pictures.unlabelled()).isZero();
    assertThat(pictures.pictures())
        .extracting(picture -> picture.digit().orElseThrow())
        .containsExactlyElementsOf(
            IntStream.range(0, samples.size()).mapToObj(samples::digit).toList())
        .hasSize(10_000);
  }

  @Test
  void aFolderADigitLabelsWhatLiesInItAtAnyDepth() throws IOException {
    files(
        "7/a.png",
        "7/anna/2_b.jpg",
        "writers/berta/0/c.BMP",
        "none/cat.png",
        "not_a_digit/blot.jpeg",
        "7/notes.txt",
        "7/.hidden.png",
        ".git/3/x.png");

    assertThat(truths())
        .containsExactly(
            "7/a.png 7",
            "7/anna/2_b.jpg 7",
            "none/cat.png none",
            "not_a_digit/blot.jpeg none",
            "writers/berta/0/c.BMP 0");
  }

  @Test
  void aNameBeginsWithItsDigit() throws IOException {
    files("7_anna.png", "sub/0_0012.png", "12_x.png", "holiday.png");

    LabelledPictures pictures = LabelledPictures.at(folder, false);

    assertThat(truths()).containsExactly("7_anna.png 7", "sub/0_0012.png 0");
    assertThat(pictures.unlabelled()).isEqualTo(2);
  }

  @Test
  void aNameWithOneDigitIsLabelledByItUnlessTheFilesAreNumbered() throws IOException {
    files("Digit-7.png", "3.png");
    assertThat(truths()).containsExactly("3.png 3", "Digit-7.png 7");

    files("Digit-10.png");
    assertThatExceptionOfType(DataUnusable.class)
        .isThrownBy(this::truths)
        .withMessageContaining("labels.tsv");
  }

  @Test
  void aTableNamesPathsAndLabels() throws IOException {
    table(
        "\uFEFFstyle\tpath\tlabel",
        "pen\tx/a.png\t4",
        "",
        "ink\tb.png\tnone",
        "ink\tgone.png\t0\t");

    assertThat(truths()).containsExactly("x/a.png 4", "b.png none", "gone.png 0");
    assertThat(LabelledPictures.at(folder.resolve("labels.tsv"), false).pictures())
        .isEqualTo(LabelledPictures.at(folder, false).pictures());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a.png\t4", "path\tlabel", "path\tlabel\na.png\tten", "path\tlabel\na.png", ""})
  void aTableThatIsNoneIsRefusedByName(String rows) throws IOException {
    table(rows.split("\n"));

    assertThatExceptionOfType(DataUnusable.class)
        .isThrownBy(this::truths)
        .withMessageContaining("labels.tsv");
  }

  @Test
  void idxFilesArePicturesAsStoredOrTurnedOver() throws IOException {
    idx("some-images-idx3-ubyte", "00000803" + "00000002" + "00000001" + "00000002" + "00ff3300");
    idx("some-labels-idx1-ubyte", "00000801" + "00000002" + "0409");
    Path images = folder.resolve("some-images-idx3-ubyte");

    assertThat(LabelledPictures.at(images, false).pictures())
        .extracting(LabelledPicturesTest::words)
        .containsExactly("image 0 4", "image 1 9");
    assertThat(stored(LabelledPictures.at(images, false), 1).luminance()).containsExactly(0.2f, 0);
    assertThat(stored(LabelledPictures.at(images, true), 1).luminance()).containsExactly(0.8f, 1);
    assertThat(stored(LabelledPictures.at(images, true), 0).width()).isEqualTo(2);
  }

  @Test
  void idxFilesThatDoNotFitAreRefused() throws IOException {
    Path images = folder.resolve("some-images-idx3-ubyte");
    idx("some-images-idx3-ubyte", "00000803" + "00000001" + "00000001" + "00000001" + "00");

    for (String labels : List.of("", "00000801" + "00000002" + "0102", "00000801" + "000000010b")) {
      if (!labels.isEmpty()) {
        idx("some-labels-idx1-ubyte", labels);
      }
      assertThatExceptionOfType(DataUnusable.class)
          .isThrownBy(() -> LabelledPictures.at(images, false))
          .withMessageContaining("some-labels-idx1-ubyte");
    }
  }

  @Test
  void aFolderWithMnistsTestFilesIsMnist() {
    LabelledPictures mnist =
        LabelledPictures.at(Path.of("src/main/resources/dev/inkling/model/data"), false);

    assertThat(mnist.pictures()).hasSize(10_000);
    assertThat(words(mnist.pictures().getFirst())).isEqualTo("image 0 7");
  }

  @Test
  void whereNothingIsLabelledItSaysWhatLabelsAre() throws IOException {
    files("holiday.png");

    for (Path place : List.of(folder, folder.resolve("missing"), folder.resolve("holiday.png"))) {
      assertThatExceptionOfType(DataUnusable.class)
          .isThrownBy(() -> LabelledPictures.at(place, false))
          .withMessageContaining(place.toString());
    }
  }

  private static Picture stored(LabelledPictures pictures, int index) {
    return ((StoredPicture) pictures.pictures().get(index).source()).picture();
  }

  private List<String> truths() {
    return LabelledPictures.at(folder, false).pictures().stream()
        .map(LabelledPicturesTest::words)
        .toList();
  }

  private static String words(LabelledPicture picture) {
    String truth =
        picture.digit().isPresent() ? String.valueOf(picture.digit().getAsInt()) : "none";
    return picture.name().replace('\\', '/') + " " + truth;
  }

  private void files(String... names) throws IOException {
    for (String name : names) {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      Files.write(file, new byte[0]);
    }
  }

  private void table(String... rows) throws IOException {
    Files.write(folder.resolve("labels.tsv"), List.of(rows));
  }

  private void idx(String name, String hex) throws IOException {
    Files.write(folder.resolve(name), HexFormat.of().parseHex(hex));
  }
}
