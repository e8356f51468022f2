package dev.inkling.model.ink;

import java.nio.ByteBuffer;

/// What a PNG says of how its samples look: its palette, what of it is transparent, its gamma.
///
/// @param palette red, green and blue of each colour; empty if there is none
/// @param transparency the opacities of the palette's first colours, or the samples of the one
///     colour that is transparent; empty if there is none
/// @param gamma in hundred thousandths; 0 if none is told
record PngColours(PngHeader header, byte[] palette, byte[] transparency, int gamma) {
  /// Of the screens that the standard has in mind.
  private static final double SCREEN_GAMMA = 2.2;

  /// Nearer to 1 than this, an exponent moves no sample by half a level of 255.
  private static final double LEAST_CORRECTION = 0.005;

  /// Whether what is stored is what is shown, and a byte a sample.
  boolean isPlain() {
    return header.depth() == Byte.SIZE
        && header.colourType() != PngHeader.PALETTE
        && transparency.length == 0
        && exponent() == 1;
  }

  boolean hasAlpha() {
    return header.hasAlpha() || transparency.length > 0;
  }

  /// The light that a sample shows, from 0 to 1: `sample ^ (1 / (gamma * 2.2))`, which leaves it as
  /// it is where gamma is the usual 1 / 2.2 (PNG, third edition, 13.13).
  float[] light() {
    return lightOf(header.depth());
  }

  /// What each sample of a picture with one channel looks like. Indexes that no colour belongs to
  /// are black, as in browsers.
  float[] shades(Luminance luminance) {
    return header.colourType() == PngHeader.PALETTE ? ofPalette(luminance) : ofGrey(luminance);
  }

  /// The samples of the one colour that is transparent, or those of no colour.
  int[] transparentSamples() {
    var samples = new int[header.channels()];
    for (int i = 0; i < samples.length; i++) {
      samples[i] =
          transparency.length == 0 ? -1 : ByteBuffer.wrap(transparency).getShort(2 * i) & 0xFFFF;
    }
    return samples;
  }

  private float[] ofPalette(Luminance luminance) {
    float[] light = lightOf(Byte.SIZE);
    var shades = new float[1 << header.depth()];
    for (int i = 0; i < Math.min(shades.length, palette.length / 3); i++) {
      float opacity = i < transparency.length ? (transparency[i] & 0xFF) / 255f : 1;
      float luma =
          Luminance.luma(
              light[palette[3 * i] & 0xFF],
              light[palette[3 * i + 1] & 0xFF],
              light[palette[3 * i + 2] & 0xFF]);
      shades[i] = luminance.overPaper(luma, opacity);
    }
    return shades;
  }

  private float[] ofGrey(Luminance luminance) {
    float[] shades = light();
    int transparent = transparentSamples()[0];
    if (transparent >= 0 && transparent < shades.length) {
      shades[transparent] = luminance.paper();
    }
    return shades;
  }

  private float[] lightOf(int depth) {
    var light = new float[1 << depth];
    double exponent = exponent();
    double full = light.length - 1;
    for (int sample = 0; sample < light.length; sample++) {
      light[sample] = (float) (exponent == 1 ? sample / full : Math.pow(sample / full, exponent));
    }
    return light;
  }

  private double exponent() {
    double exponent = gamma > 0 ? 100_000 / (gamma * SCREEN_GAMMA) : 1;
    return Math.abs(exponent - 1) < LEAST_CORRECTION ? 1 : exponent;
  }
}
