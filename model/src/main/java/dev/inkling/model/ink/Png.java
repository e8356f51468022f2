package dev.inkling.model.ink;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.function.IntFunction;
import java.util.zip.DataFormatException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/// A PNG, of any kind there is. It is read a row at a time into luminance, while the row is still
/// in the processor's cache; Java's reader builds the whole image first, and then it is read once
/// more (decision 9). Java's reader also passes over gamma, checksums, and transparent greys of
/// fewer than eight bits, and refuses whole pictures for a malformed text (decision 17).
record Png(PngChunks chunks, PngColours colours) {
  /// @throws DataFormatException if it is damaged or cut short, as far as that shows before its
  ///     pixels
  static Png of(byte[] file) throws DataFormatException {
    PngChunks chunks = PngChunks.of(file);
    return new Png(chunks, chunks.colours());
  }

  /// Java's own, for those who want colours.
  static ImageReader reader() {
    return ImageIO.getImageReadersByFormatName("png").next();
  }

  int width() {
    return chunks.header().width();
  }

  int height() {
    return chunks.header().height();
  }

  boolean hasAlpha() {
    return colours.hasAlpha();
  }

  /// The picture, with what is transparent laid over paper.
  ///
  /// @param memory for as many values as it is given; what they are does not matter
  /// @throws DataFormatException if its pixels are damaged or cut short
  Picture picture(Luminance paper, IntFunction<float[]> memory) throws DataFormatException {
    float[] luminance = memory.apply(width() * height());
    PngShades shades = PngShades.of(colours, paper);
    Inflation inflation = inflation();
    for (PngPass pass : chunks.header().isInterlaced() ? PngPass.ADAM7 : PngPass.WHOLE) {
      read(pass, inflation, shades, luminance);
    }
    inflation.finish();
    return new Picture(width(), height(), luminance);
  }

  private void read(PngPass pass, Inflation inflation, PngShades shades, float[] luminance)
      throws DataFormatException {
    int pixels = pass.pixels(width());
    if (pixels == 0) {
      return;
    }
    var rows = new PngRows(inflation, chunks.header().bytes(1), chunks.header().bytes(pixels));
    for (int y = pass.y(); y < height(); y += pass.down()) {
      byte[] row = rows.next();
      int start = y * width() + pass.x();
      if (y > 0 && pass.right() == 1 && pass.down() == 1 && rows.isRepeated()) {
        // Paper: the same as the row above.
        System.arraycopy(luminance, start - width(), luminance, start, width());
      } else {
        shades.put(row, pixels, luminance, start, pass.right());
      }
    }
  }

  private Inflation inflation() throws DataFormatException {
    List<PngChunks.Chunk> pixels = chunks.pixels();
    if (pixels.size() == 1) {
      int from = pixels.getFirst().from();
      return new Inflation(chunks.file(), from, from + pixels.getFirst().length());
    }
    var joined = new ByteArrayOutputStream();
    for (PngChunks.Chunk chunk : pixels) {
      joined.write(chunks.file(), chunk.from(), chunk.length());
    }
    return new Inflation(joined.toByteArray(), 0, joined.size());
  }
}
