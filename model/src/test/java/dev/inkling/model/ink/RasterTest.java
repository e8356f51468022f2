package dev.inkling.model.ink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Rasters as the steps of the preprocessing find them: with many rows that are alike.
class RasterTest {
  @ParameterizedTest(name = "{0} x {1} by {2}")
  @CsvSource({"1, 1, 2", "7, 5, 2", "8, 8, 4", "9, 11, 4", "30, 21, 7", "5, 40, 3", "12, 6, 1"})
  void aBlockBecomesItsMeanAlsoWhereRowsRepeatAndBlocksAreCutOff(
      int width, int height, int factor) {
    var random = new Random(width * 31L + height);
    for (int round = 0; round < 20; round++) {
      Raster raster = withRepeatedRows(width, height, random);

      Raster reduced = raster.reduced(factor);

      assertThat(reduced.width()).isEqualTo(Math.ceilDiv(width, factor));
      assertThat(reduced.height()).isEqualTo(Math.ceilDiv(height, factor));
      for (int y = 0; y < reduced.height(); y++) {
        for (int x = 0; x < reduced.width(); x++) {
          assertThat(reduced.at(x, y)).isCloseTo(mean(raster, x, y, factor), within(1e-6f));
        }
      }
    }
  }

  private static Raster withRepeatedRows(int width, int height, Random random) {
    var values = new float[width * height];
    for (int y = 0; y < height; y++) {
      if (y > 0 && random.nextInt(5) > 0) {
        System.arraycopy(values, (y - 1) * width, values, y * width, width);
      } else {
        for (int x = 0; x < width; x++) {
          values[y * width + x] = random.nextFloat();
        }
      }
    }
    return new Raster(width, height, values);
  }

  private static float mean(Raster raster, int column, int row, int factor) {
    double sum = 0;
    int count = 0;
    for (int y = row * factor; y < Math.min((row + 1) * factor, raster.height()); y++) {
      for (int x = column * factor; x < Math.min((column + 1) * factor, raster.width()); x++) {
        sum += raster.at(x, y);
        count++;
      }
    }
    return (float) (sum / count);
  }
}
