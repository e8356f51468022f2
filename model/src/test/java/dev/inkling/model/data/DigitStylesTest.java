package dev.inkling.model.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.model.ink.Point;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DigitStylesTest {
  @Test
  void everyDigitIsWrittenInManyWays() {
    assertThat(IntStream.range(0, 10)).allMatch(digit -> DigitStyles.of(digit).size() >= 6);
    assertThat(DigitStyles.all()).extracting(DigitStyles.Style::name).doesNotHaveDuplicates();
  }

  @Test
  void aStyleIsWrittenAlikeButNeverTheSame() {
    var random = new SplittableRandom(1);
    for (DigitStyles.Style style : DigitStyles.all()) {
      List<List<Point>> first = style.lines(random);
      List<List<Point>> second = style.lines(random);

      assertThat(first).as(style.name()).isNotEqualTo(second).hasSameSizeAs(second);
      assertThat(first)
          .allSatisfy(
              line ->
                  assertThat(line)
                      .allMatch(p -> p.x() > -10 && p.x() < 110 && p.y() > -10 && p.y() < 110));
    }
  }

  @Test
  void theSameSeedWritesTheSame() {
    for (DigitStyles.Style style : DigitStyles.all()) {
      assertThat(style.lines(new SplittableRandom(7)))
          .isEqualTo(style.lines(new SplittableRandom(7)));
    }
  }

  @Test
  void aLineGoesThroughItsPointsAndTurnsAtItsCorners() {
    var shape = Skeleton.parse("hook: 0,0 40,0! 40,40 60,60 / 10,10 20,20");

    List<List<Point>> lines = shape.lines(0, new SplittableRandom(1));

    assertThat(lines).hasSize(2);
    assertThat(lines.getFirst())
        .contains(new Point(0, 0), new Point(40, 0), new Point(40, 40), new Point(60, 60));
    assertThat(lines.getFirst().subList(0, 11)).allMatch(point -> point.y() == 0);
  }
}
