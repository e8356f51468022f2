package dev.inkling.model.evaluation;

import dev.inkling.model.ink.Picture;
import java.util.random.RandomGenerator;

/// What happens to a picture as a whole: how its light and its ink change, and what noise comes to
/// it. Pictures come in black on white.
final class Disturbances {
  private Disturbances() {}

  /// The light of one pixel from what it was and where it is.
  interface Pixels {
    double at(float light, int x, int y);
  }

  static Picture each(Picture picture, Pixels pixels) {
    var light = new float[picture.luminance().length];
    for (int i = 0; i < light.length; i++) {
      int x = i % picture.width();
      int y = i / picture.width();
      light[i] = (float) Math.clamp(pixels.at(picture.luminance()[i], x, y), 0, 1);
    }
    return new Picture(picture.width(), picture.height(), light);
  }

  /// Black becomes `ink`, white `paper`.
  static Picture inked(Picture picture, double ink, double paper) {
    return each(picture, (light, x, y) -> ink + (paper - ink) * light);
  }

  static Picture noisy(Picture picture, double deviation, RandomGenerator random) {
    return each(picture, (light, x, y) -> light + deviation * random.nextGaussian());
  }

  /// Some pixels black and as many white.
  ///
  /// @param share of all pixels
  static Picture salted(Picture picture, double share, RandomGenerator random) {
    return each(
        picture,
        (light, x, y) -> random.nextDouble() >= share ? light : random.nextBoolean() ? 1 : 0);
  }

  /// Light from one side.
  ///
  /// @param loss of light at the far corner
  static Picture litFromOneSide(Picture picture, double loss, RandomGenerator random) {
    double angle = random.nextDouble(2 * Math.PI);
    double across = Math.cos(angle) / picture.width();
    double down = Math.sin(angle) / picture.height();
    double reach = Math.abs(Math.cos(angle)) + Math.abs(Math.sin(angle));
    return each(
        picture,
        (light, x, y) -> {
          double along = (x - picture.width() / 2.0) * across + (y - picture.height() / 2.0) * down;
          return light * (1 - loss * (0.5 + along / reach));
        });
  }

  /// The shadow of whoever took the photo: one straight, soft edge through the picture.
  ///
  /// @param loss of light in the shadow
  static Picture shadowed(Picture picture, double loss, RandomGenerator random) {
    double angle = random.nextDouble(2 * Math.PI);
    double offset = random.nextDouble(-0.3, 0.3) * picture.width();
    double softness = random.nextDouble(0.03, 0.12) * picture.width();
    return each(
        picture,
        (light, x, y) -> {
          double along =
              (x - picture.width() / 2.0) * Math.cos(angle)
                  + (y - picture.height() / 2.0) * Math.sin(angle);
          double shade = Math.clamp(0.5 + (along - offset) / (2 * softness), 0, 1);
          return light * (1 - loss * shade * shade * (3 - 2 * shade));
        });
  }

  /// A lens that leaves the corners dark.
  ///
  /// @param loss of light in the corners
  static Picture vignetted(Picture picture, double loss) {
    double halfDiagonal = Math.hypot(picture.width(), picture.height()) / 2;
    return each(
        picture,
        (light, x, y) -> {
          double away =
              Math.hypot(x - picture.width() / 2.0, y - picture.height() / 2.0) / halfDiagonal;
          return light * (1 - loss * away * away);
        });
  }

  /// Out of focus: three means of boxes, which is close to a normal distribution.
  ///
  /// @param deviation in pixels
  static Picture blurred(Picture picture, double deviation) {
    int reach = (int) Math.round((Math.sqrt(4 * deviation * deviation + 1) - 1) / 2);
    Picture blurred = picture;
    for (int pass = 0; pass < 3; pass++) {
      blurred = boxed(boxed(blurred, reach, true), reach, false);
    }
    return blurred;
  }

  private static Picture boxed(Picture picture, int reach, boolean across) {
    int limit = across ? picture.width() : picture.height();
    int stride = across ? 1 : picture.width();
    return each(
        picture,
        (light, x, y) -> {
          int here = across ? x : y;
          int line = y * picture.width() + x - here * stride;
          double sum = 0;
          for (int i = here - reach; i <= here + reach; i++) {
            sum += picture.luminance()[line + Math.clamp(i, 0, limit - 1) * stride];
          }
          return sum / (2 * reach + 1);
        });
  }
}
