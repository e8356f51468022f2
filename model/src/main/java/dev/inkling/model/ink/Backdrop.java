package dev.inkling.model.ink;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.lang.ref.SoftReference;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A picture to draw on: as large as fits the canvas that it was made for, in the middle of it.
///
/// It is kept as a PNG file, and its pixels only as long as there is memory to spare: undo has no
/// limit, and each step back to another picture would hold more than a megabyte for good.
public final class Backdrop {
  private final byte[] png;
  private final boolean grey;
  private SoftReference<@Nullable BufferedImage> pixels;

  private Backdrop(byte[] png, ColourPicture picture) {
    this.png = png;
    grey = picture.isGrey();
    pixels = new SoftReference<>(picture.image());
  }

  /// That picture, enlarged or reduced until it fits a canvas of this size.
  public static Backdrop of(ColourPicture picture, int width, int height) {
    ColourPicture fitted = picture.fittedTo(width, height);
    return new Backdrop(PngFile.of(fitted.image()), fitted);
  }

  /// The backdrop that once was this file.
  ///
  /// @throws dev.inkling.model.UnreadablePicture if the file is no picture
  public static Backdrop ofPng(byte[] png) {
    return new Backdrop(png.clone(), new PictureDecoder().decodeInColour(png));
  }

  /// For [#ofPng].
  public byte[] png() {
    return png.clone();
  }

  boolean isGrey() {
    return grey;
  }

  /// Lays it on the middle of a canvas of this size.
  void paint(Graphics2D graphics, int width, int height) {
    BufferedImage image = pixels();
    graphics.drawImage(
        image, (width - image.getWidth()) / 2, (height - image.getHeight()) / 2, null);
  }

  private synchronized BufferedImage pixels() {
    BufferedImage kept = pixels.get();
    if (kept != null) {
      return kept;
    }
    BufferedImage again = new PictureDecoder().decodeInColour(png).image();
    pixels = new SoftReference<>(again);
    return again;
  }

  @Override
  @SuppressWarnings("exports") // The annotation is for the compiler only.
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof Backdrop backdrop && Arrays.equals(png, backdrop.png));
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(png);
  }
}
