package dev.inkling.model.ink;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClosingTest {
  @Test
  void aStrokeNarrowerThanTheWindowGoesAndAWiderOneStays() {
    Raster picture = raster(40, (x, y) -> (x >= 5 && x < 9) || (x >= 20 && x < 33) ? 0 : 1);

    assertThat(Closing.ofDark(picture, 10)).satisfies(isLike((x, y) -> x >= 20 && x < 33 ? 0 : 1));
  }

  @Test
  void aLightStrokeGoesToo() {
    Raster picture = raster(40, (x, y) -> y == 7 ? 1 : 0.25f);

    assertThat(Closing.ofLight(picture, 10)).satisfies(isLike((x, y) -> 0.25f));
  }

  @Test
  void lightThatChangesTowardsAnEdgeStays() {
    Light fromTheLeft = (x, y) -> 1 - x / 64f;
    Light darkCorners = (x, y) -> 1 - ((x - 20) * (x - 20) + (y - 20) * (y - 20)) / 1024f;
    Light shadow = (x, y) -> x + y < 30 ? 0.5f : 1;

    for (Light light : new Light[] {fromTheLeft, darkCorners, shadow}) {
      assertThat(Closing.ofDark(raster(40, light), 12)).satisfies(isLike(light));
    }
  }

  @ParameterizedTest
  @CsvSource({"1,1,9", "3,50,9", "50,3,20", "17,23,6", "23,17,1", "5,5,100"})
  void itIsTheLightestAndThenTheDarkestOfEachWindow(int width, int height, int window) {
    var random = new Random(width);
    var values = new float[width * height];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextFloat();
    }
    var raster = new Raster(width, height, values);

    Raster closed = Closing.ofDark(raster, window);

    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        assertThat(closed.at(x, y)).isEqualTo(slowly(raster, x, y, window / 2));
      }
    }
  }

  private static float slowly(Raster raster, int x, int y, int reach) {
    float darkest = Float.POSITIVE_INFINITY;
    for (int v = y - reach; v <= y + reach; v++) {
      for (int u = x - reach; u <= x + reach; u++) {
        darkest = Math.min(darkest, lightest(raster, u, v, reach));
      }
    }
    return darkest;
  }

  private static float lightest(Raster raster, int x, int y, int reach) {
    Box window =
        new Box(x, y, x + 1, y + 1)
            .grown(reach, new Box(-1000, -1000, 1000, 1000))
            .grown(0, Box.whole(raster));
    float lightest = 0;
    for (float value : raster.crop(window).values()) {
      lightest = Math.max(lightest, value);
    }
    return lightest;
  }

  private interface Light {
    float at(int x, int y);
  }

  private static Raster raster(int side, Light light) {
    var values = new float[side * side];
    for (int i = 0; i < values.length; i++) {
      values[i] = light.at(i % side, i / side);
    }
    return new Raster(side, side, values);
  }

  private static Consumer<Raster> isLike(Light light) {
    return raster -> assertThat(raster.values()).isEqualTo(raster(40, light).values());
  }
}
