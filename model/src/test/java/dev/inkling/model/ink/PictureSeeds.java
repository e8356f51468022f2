package dev.inkling.model.ink;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/// Small pictures of every kind, to be broken.
public final class PictureSeeds {
  private static final int[][] PNGS = {
    {0, 1}, {0, 2}, {0, 4}, {0, 8}, {0, 16}, {2, 8}, {2, 16}, {3, 1}, {3, 2}, {3, 4}, {3, 8},
    {4, 8}, {4, 16}, {6, 8}, {6, 16}
  };

  private PictureSeeds() {}

  public static List<byte[]> all() {
    BufferedImage seven = new DrawingRenderer().render(ScriptedHand.draw(7));
    var small = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
    small.createGraphics().drawImage(seven, 0, 0, 40, 30, null);
    var seeds = new ArrayList<byte[]>();
    for (int[] kind : PNGS) {
      seeds.add(png(small, kind[0], kind[1], false));
      seeds.add(png(small, kind[0], kind[1], true));
    }
    seeds.add(JpegWriter.progressive(small));
    seeds.add(JpegWriter.sampled(small, 1, 1, 0));
    seeds.add(JpegWriter.sampled(small, 4, 1, 0));
    seeds.add(JpegWriter.sampled(small, 2, 2, 1));
    seeds.add(JpegWriter.ofScans(16, 16, 3));
    for (String file : List.of("seven.png", "seven.jpg", "seven-turned.jpg", "seven-cmyk.jpg")) {
      seeds.add(TestPictures.file(file));
    }
    for (int depth : new int[] {1, 4, 8, 16, 24, 32}) {
      seeds.add(bmp(40, depth, 0, new int[0]));
    }
    int[] masks = {0xFF0000, 0xFF00, 0xFF, 0xFF000000};
    seeds.add(bmp(12, 8, 0, new int[0]));
    seeds.add(bmp(40, 8, 1, new int[0]));
    seeds.add(bmp(40, 4, 2, new int[0]));
    seeds.add(bmp(40, 16, 3, new int[] {0xF800, 0x7E0, 0x1F}));
    seeds.add(bmp(124, 32, 3, masks));
    return seeds;
  }

  private static byte[] png(BufferedImage image, int colourType, int depth, boolean adam7) {
    int channels = PngWriter.channels(colourType);
    var samples = new int[image.getWidth() * image.getHeight() * channels];
    int full = (1 << depth) - 1;
    for (int i = 0; i < samples.length; i++) {
      int pixel = i / channels;
      int green = image.getRGB(pixel % image.getWidth(), pixel / image.getWidth()) >> 8 & 0xFF;
      boolean isAlpha = colourType >= 4 && i % channels == channels - 1;
      samples[i] = isAlpha ? full : green * full / 255;
    }
    var before = new ArrayList<PngWriter.Chunk>();
    before.add(new PngWriter.Chunk("gAMA", 0, 1, 0x86, 0xA0));
    if (colourType == 3) {
      var palette = new int[3 << depth];
      for (int i = 0; i < palette.length; i++) {
        palette[i] = i / 3 * 255 / full;
      }
      before.add(new PngWriter.Chunk("PLTE", palette));
    }
    if (colourType < 4) {
      before.add(new PngWriter.Chunk("tRNS", new int[colourType == 2 ? 6 : 2]));
    }
    before.add(
        new PngWriter.Chunk(
            "eXIf", 'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1, 1, 18, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0,
            0));
    return new PngWriter(
            image.getWidth(),
            image.getHeight(),
            colourType,
            depth,
            adam7,
            samples,
            before,
            List.of(100))
        .file();
  }

  private static byte[] bmp(int header, int depth, int compression, int[] masks) {
    int side = 16;
    byte[] pixels = new byte[(side * depth + 31) / 32 * 4 * side];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) (i * 7);
    }
    if (compression == 1 || compression == 2) {
      pixels = new byte[] {9, 0x21, 0, 0, 0, 3, 1, 2, 3, 0, 0, 2, 1, 1, 4, 0x33, 0, 0, 5, 7, 0, 1};
    }
    var palette = new int[depth <= 8 ? 1 << depth : 0][];
    for (int i = 0; i < palette.length; i++) {
      palette[i] = new int[] {i, 255 - i, i};
    }
    return new BmpWriter(header, side, side, depth, compression, masks, palette, pixels).file();
  }
}
