package dev.inkling.model.ink;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ColourPictureTest {
  private final PictureDecoder decoder = new PictureDecoder();

  @ParameterizedTest
  @ValueSource(
      ints = {
        BufferedImage.TYPE_BYTE_GRAY,
        BufferedImage.TYPE_USHORT_GRAY,
        BufferedImage.TYPE_3BYTE_BGR,
        BufferedImage.TYPE_INT_ARGB,
        BufferedImage.TYPE_BYTE_INDEXED
      })
  void theColoursOfAFileAreThoseThatAreStored(int type) {
    var image = new BufferedImage(3, 2, type);
    if (type == BufferedImage.TYPE_BYTE_GRAY || type == BufferedImage.TYPE_USHORT_GRAY) {
      // setRGB takes grey for linear light.
      int full = type == BufferedImage.TYPE_BYTE_GRAY ? 1 : 257;
      for (int i = 0; i < 6; i++) {
        image.getRaster().setSample(i % 3, i / 3, 0, 0x33 * full);
      }
    } else {
      for (int i = 0; i < 6; i++) {
        image.setRGB(i % 3, i / 3, 0xFF333333);
      }
    }

    assertThat(decoder.decodeInColour(TestPictures.encode(image, "png")).rgb())
        .containsOnly(0x333333);
  }

  @Test
  void redIsRedInEveryFormat() {
    BufferedImage red = sheet(60, 40, Color.RED);
    for (String format : new String[] {"png", "bmp", "jpg"}) {
      Ink border = decoder.decodeInColour(TestPictures.encode(red, format)).border().orElseThrow();

      assertThat(border.rgb() >> 16).as(format).isGreaterThan(0xFA);
      assertThat(border.rgb() & 0xFFFF).as(format).isLessThan(0x0600);
    }
  }

  @Test
  void transparencyIsLaidOverWhiteOrWhereNothingShowsThereOverBlack() {
    var image = new BufferedImage(2, 1, BufferedImage.TYPE_INT_ARGB);
    image.setRGB(0, 0, 0xFF000000);
    assertThat(decoder.inColour(image).rgb()).containsExactly(0x000000, 0xFFFFFF);

    image.setRGB(0, 0, 0xFFFFFFFF);
    assertThat(decoder.inColour(image).rgb()).containsExactly(0xFFFFFF, 0x000000);
  }

  @Test
  void theBorderIsAColourOnlyWhereItIsOneAllAround() {
    BufferedImage image = sheet(50, 30, Color.BLACK);
    fill(image, new Color(0xF0F0F0), 1, 1, 48, 28);
    assertThat(decoder.inColour(image).border()).contains(Ink.BLACK);

    fill(image, Color.WHITE, 49, 10, 1, 5);
    assertThat(decoder.inColour(image).border()).isEmpty();
  }

  @Test
  void aPictureIsFittedWithItsAspectKept() {
    ColourPicture wide = decoder.inColour(sheet(1000, 500, Color.BLUE));
    assertThat(wide.fittedTo(560, 560)).extracting("width", "height").containsExactly(560, 280);

    ColourPicture small = decoder.inColour(sheet(28, 28, Color.BLUE));
    assertThat(small.fittedTo(560, 560)).extracting("width", "height").containsExactly(560, 560);

    ColourPicture strip = decoder.inColour(sheet(9000, 3, Color.BLUE));
    assertThat(strip.fittedTo(560, 560)).extracting("width", "height").containsExactly(560, 1);
  }

  @Test
  void aReducedPictureIsTheMeanOfAllItsPixels() {
    BufferedImage image = sheet(800, 800, Color.WHITE);
    for (int y = 0; y < 800; y += 2) {
      fill(image, Color.BLACK, 0, y, 800, 1);
    }

    int grey = decoder.inColour(image).fittedTo(100, 100).rgb()[50 * 100 + 50] & 0xFF;

    assertThat(grey).isBetween(120, 136);
  }

  @Test
  void aBackdropComesBackFromItsFileAsItWas() {
    BufferedImage image = sheet(300, 200, Color.ORANGE);
    fill(image, Color.BLUE, 100, 50, 20, 100);
    Backdrop picture = Backdrop.of(decoder.inColour(image), 560, 560);

    Backdrop again = Backdrop.ofPng(picture.png());

    assertThat(again).isEqualTo(picture).hasSameHashCodeAs(picture);
    Drawing blank = Drawing.blank(560, 560, Ink.WHITE);
    assertThat(new DrawingRenderer().png(blank.showing(again)))
        .isEqualTo(new DrawingRenderer().png(blank.showing(picture)));
  }

  private static BufferedImage sheet(int width, int height, Color colour) {
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    fill(image, colour, 0, 0, width, height);
    return image;
  }

  private static void fill(BufferedImage image, Color colour, int x, int y, int width, int height) {
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(colour);
    graphics.fillRect(x, y, width, height);
    graphics.dispose();
  }
}
