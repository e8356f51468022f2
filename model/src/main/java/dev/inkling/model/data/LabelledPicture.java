package dev.inkling.model.data;

import dev.inkling.model.ink.Picture;
import java.nio.file.Path;
import java.util.OptionalInt;

/// A picture whose truth is known.
///
/// @param name by which people find it again
/// @param digit 0 to 9; empty when it shows no digit
public record LabelledPicture(String name, OptionalInt digit, Source source) {
  public LabelledPicture {
    if (digit.isPresent() && (digit.getAsInt() < 0 || digit.getAsInt() > 9)) {
      throw new IllegalArgumentException("A digit is 0 to 9, got " + digit.getAsInt());
    }
  }

  /// Where its pixels are.
  public sealed interface Source permits PictureFile, StoredPicture {}

  /// A file such as people upload.
  public record PictureFile(Path path) implements Source {}

  /// A picture within an IDX file, which needs no decoding.
  ///
  /// @param images of three dimensions: pictures, rows, columns
  /// @param darkOnLight whether it is turned over: IDX files hold light ink on black
  public record StoredPicture(IdxFile images, int index, boolean darkOnLight) implements Source {
    /// Its pixels.
    public Picture picture() {
      int height = images.dimensions().get(1);
      int width = images.dimensions().get(2);
      var luminance = new float[width * height];
      int start = index * luminance.length;
      for (int i = 0; i < luminance.length; i++) {
        int value = images.values()[start + i] & 0xFF;
        luminance[i] = (darkOnLight ? 255 - value : value) / 255f;
      }
      return new Picture(width, height, luminance);
    }
  }
}
