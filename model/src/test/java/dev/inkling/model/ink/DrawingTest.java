package dev.inkling.model.ink;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.Test;

class DrawingTest {
  private static final Ink RED = new Ink(0xFF0000);
  private static final Brush PEN = new Brush(20, Ink.BLACK);
  private static final Drawing RUBBED =
      Drawing.blank(100, 100, Ink.WHITE)
          .plus(Stroke.begin(PEN, new Point(50, 50)))
          .plus(Stroke.begin(Brush.eraser(30, Ink.WHITE), new Point(50, 50)));

  @Test
  void whatWasRubbedOutStaysRubbedOutOnOtherPaper() {
    Drawing red = RUBBED.onPaper(RED);

    assertThat(red.paper()).isEqualTo(RED);
    assertThat(inks(red)).containsExactly(Ink.BLACK, RED);
    assertThat(red.onPaper(Ink.WHITE)).isEqualTo(RUBBED);
  }

  @Test
  void inkInTheColourOfThePaperIsNoPaper() {
    Drawing black = RUBBED.onPaper(Ink.BLACK);

    assertThat(black.onPaper(Ink.WHITE)).isEqualTo(RUBBED);
  }

  @Test
  void exchangedColoursAreExchangedEverywhere() {
    Drawing exchanged = RUBBED.exchanging(Ink.BLACK, Ink.WHITE);

    assertThat(exchanged.paper()).isEqualTo(Ink.BLACK);
    assertThat(inks(exchanged)).containsExactly(Ink.WHITE, Ink.BLACK);
    assertThat(exchanged.exchanging(Ink.WHITE, Ink.BLACK)).isEqualTo(RUBBED);
  }

  @Test
  void aCanvasWithAPictureIsNotBlankAndIsBareWhenCleared() {
    var pixels = new BufferedImage(2, 2, BufferedImage.TYPE_INT_RGB);
    Backdrop picture = Backdrop.of(new PictureDecoder().inColour(pixels), 100, 100);
    Drawing shown = RUBBED.showing(picture);

    assertThat(shown.isBlank()).isFalse();
    assertThat(shown.strokes()).isEmpty();
    assertThat(shown.cleared().isBlank()).isTrue();
  }

  @Test
  void inkThatCannotBeToldFromPaperDoesNotShow() {
    assertThat(Ink.BLACK.showsOn(Ink.WHITE)).isTrue();
    assertThat(new Ink(0x000080).showsOn(Ink.BLACK)).isFalse();
    assertThat(RED.contrasting()).isEqualTo(Ink.WHITE);
    assertThat(new Ink(0xFFEE88).contrasting()).isEqualTo(Ink.BLACK);
  }

  private static List<Ink> inks(Drawing drawing) {
    return drawing.strokes().stream().map(stroke -> stroke.brush().ink()).toList();
  }
}
