package dev.inkling.model.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.model.ink.Drawing;
import dev.inkling.model.ink.DrawingRenderer;
import dev.inkling.model.ink.Picture;
import dev.inkling.model.ink.Point;
import dev.inkling.model.ink.ScriptedHand;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RandomHandTest {
  private final RandomHand hand = new RandomHand();

  @Test
  void nothingIsWrittenOverTheEdge() {
    var random = new SplittableRandom(1);
    for (int i = 0; i < 500; i++) {
      Drawing drawing = hand.draw(ScriptedHand.lines(i % 10, 560), random);

      assertThat(drawing.strokes())
          .allSatisfy(
              stroke -> {
                double reach = stroke.brush().width() / 2;
                assertThat(stroke.points())
                    .allMatch(
                        p ->
                            p.x() >= reach
                                && p.y() >= reach
                                && p.x() <= drawing.width() - reach
                                && p.y() <= drawing.height() - reach);
              });
    }
  }

  @Test
  void everyStyleOfEveryDigitLeavesInk() {
    var random = new SplittableRandom(2);
    for (DigitStyles.Style style : DigitStyles.all()) {
      Picture picture = new DrawingRenderer().picture(hand.draw(style.lines(random), random));

      assertThat(contrast(picture)).as(style.name()).isGreaterThan(0.2f);
    }
  }

  @Test
  void theSameSeedDrawsTheSame() {
    var lines = ScriptedHand.lines(5, 100);

    assertThat(hand.draw(lines, new SplittableRandom(3)))
        .isEqualTo(hand.draw(lines, new SplittableRandom(3)))
        .isNotEqualTo(hand.draw(lines, new SplittableRandom(4)));
  }

  @Test
  void aSingleDotCanBeDrawn() {
    var random = new SplittableRandom(5);
    for (int i = 0; i < 200; i++) {
      Drawing drawing = hand.draw(List.of(List.of(new Point(9, 9))), random);

      assertThat(contrast(new DrawingRenderer().picture(drawing))).isGreaterThan(0.1f);
    }
  }

  @Test
  void writingsInARowDoNotTouch() {
    var random = new SplittableRandom(6);
    for (int i = 0; i < 100; i++) {
      var first = ScriptedHand.lines(i % 10, 100);
      var row = SideBySide.lines(List.of(first, ScriptedHand.lines(1, 300)), random);

      double end = RandomHand.bounds(row.subList(0, first.size())).getMaxX();
      double start = RandomHand.bounds(row.subList(first.size(), row.size())).getMinX();
      assertThat(start - end).isGreaterThan(30);
    }
  }

  static float contrast(Picture picture) {
    float darkest = 1;
    float lightest = 0;
    for (float value : picture.luminance()) {
      darkest = Math.min(darkest, value);
      lightest = Math.max(lightest, value);
    }
    return lightest - darkest;
  }
}
