package dev.inkling.model.ink;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DeflaterOutputStream;

/// Writes PNGs of every kind there is, by the text of the standard (PNG, third edition) and without
/// any library, so that what reads them is tested against something else than itself.
///
/// @param colourType 0 grey, 2 RGB, 3 palette, 4 grey with alpha, 6 RGB with alpha
/// @param depth bits a sample
/// @param adam7 whether it is interlaced
/// @param samples row by row, a pixel's channels side by side
/// @param before chunks between the header and the pixels: PLTE, tRNS, gAMA and the like
/// @param pieces sizes of the IDAT chunks, repeated for as long as there is data; 0 gives an empty
///     one
record PngWriter(
    int width,
    int height,
    int colourType,
    int depth,
    boolean adam7,
    int[] samples,
    List<Chunk> before,
    List<Integer> pieces) {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

  /// Where each pass of Adam7 begins and how far apart its pixels lie: x, y, right, down (8.2).
  private static final int[][] PASSES = {
    {0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4}, {0, 2, 2, 4}, {1, 0, 2, 2}, {0, 1, 1, 2}
  };

  private static final int[][] WHOLE = {{0, 0, 1, 1}};

  /// A named piece of the file.
  record Chunk(String type, byte[] data) {
    Chunk(String type, int... bytes) {
      this(type, bytes(bytes));
    }

    private static byte[] bytes(int... values) {
      var bytes = new byte[values.length];
      for (int i = 0; i < values.length; i++) {
        bytes[i] = (byte) values[i];
      }
      return bytes;
    }
  }

  static int channels(int colourType) {
    return switch (colourType) {
      case 2 -> 3;
      case 4 -> 2;
      case 6 -> 4;
      default -> 1;
    };
  }

  PngWriter withPieces(Integer... sizes) {
    return new PngWriter(width, height, colourType, depth, adam7, samples, before, List.of(sizes));
  }

  PngWriter withBefore(List<Chunk> chunks) {
    return new PngWriter(width, height, colourType, depth, adam7, samples, chunks, pieces);
  }

  byte[] file() {
    return file(chunks(deflated(scanlines())));
  }

  /// The whole file's chunks around pixels that are compressed, or claim to be.
  List<Chunk> chunks(byte[] pixels) {
    var chunks = new ArrayList<Chunk>();
    chunks.add(header());
    chunks.addAll(before);
    int at = 0;
    for (int i = 0; at < pixels.length; i++) {
      int size =
          pieces.isEmpty()
              ? pixels.length
              : Math.min(pieces.get(i % pieces.size()), pixels.length - at);
      chunks.add(new Chunk("IDAT", Arrays.copyOfRange(pixels, at, at + size)));
      at += size;
    }
    chunks.add(new Chunk("IEND"));
    return chunks;
  }

  static byte[] file(List<Chunk> chunks) {
    var file = new ByteArrayOutputStream();
    file.writeBytes(SIGNATURE);
    for (Chunk chunk : chunks) {
      file.writeBytes(TestPictures.chunk(chunk.type, chunk.data));
    }
    return file.toByteArray();
  }

  Chunk header() {
    return new Chunk(
        "IHDR",
        ByteBuffer.allocate(13)
            .putInt(width)
            .putInt(height)
            .put((byte) depth)
            .put((byte) colourType)
            .put((byte) 0)
            .put((byte) 0)
            .put((byte) (adam7 ? 1 : 0))
            .array());
  }

  static byte[] deflated(byte[] scanlines) {
    var packed = new ByteArrayOutputStream();
    try (var deflater = new DeflaterOutputStream(packed)) {
      deflater.write(scanlines);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return packed.toByteArray();
  }

  /// Filtered rows of all passes, the five filters in turn.
  byte[] scanlines() {
    var scanlines = new ByteArrayOutputStream();
    int filter = 0;
    for (int[] pass : adam7 ? PASSES : WHOLE) {
      if (pass[0] >= width || pass[1] >= height) {
        continue;
      }
      byte[] above = new byte[0];
      for (int y = pass[1]; y < height; y += pass[3]) {
        byte[] row = packed(pass, y);
        if (above.length == 0) {
          above = new byte[row.length];
        }
        scanlines.write(filter);
        scanlines.writeBytes(filtered(filter, row, above));
        above = row;
        filter = (filter + 1) % 5;
      }
    }
    return scanlines.toByteArray();
  }

  /// One row of a pass, the first pixel in the highest bits (7.2).
  private byte[] packed(int[] pass, int y) {
    int channels = channels(colourType);
    var bits = new ArrayList<Integer>();
    for (int x = pass[0]; x < width; x += pass[2]) {
      for (int channel = 0; channel < channels; channel++) {
        int sample = samples[(y * width + x) * channels + channel];
        for (int bit = depth - 1; bit >= 0; bit--) {
          bits.add((sample >> bit) & 1);
        }
      }
    }
    var row = new byte[(bits.size() + 7) / 8];
    for (int i = 0; i < bits.size(); i++) {
      row[i / 8] |= (byte) (bits.get(i) << (7 - i % 8));
    }
    return row;
  }

  private byte[] filtered(int filter, byte[] row, byte[] above) {
    int distance = Math.max(1, channels(colourType) * depth / 8);
    var filtered = new byte[row.length];
    for (int i = 0; i < row.length; i++) {
      int a = i >= distance ? row[i - distance] & 0xFF : 0;
      int b = above[i] & 0xFF;
      int c = i >= distance ? above[i - distance] & 0xFF : 0;
      int predicted =
          switch (filter) {
            case 0 -> 0;
            case 1 -> a;
            case 2 -> b;
            case 3 -> (a + b) / 2;
            default -> paeth(a, b, c);
          };
      filtered[i] = (byte) (row[i] - predicted);
    }
    return filtered;
  }

  /// As 9.4 has it.
  private static int paeth(int a, int b, int c) {
    int p = a + b - c;
    int pa = Math.abs(p - a);
    int pb = Math.abs(p - b);
    int pc = Math.abs(p - c);
    if (pa <= pb && pa <= pc) {
      return a;
    }
    return pb <= pc ? b : c;
  }

  static Chunk text(String words) {
    return new Chunk("tEXt", words.getBytes(StandardCharsets.ISO_8859_1));
  }
}
