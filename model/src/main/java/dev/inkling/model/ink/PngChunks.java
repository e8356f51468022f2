package dev.inkling.model.ink;

import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;

/// The chunks of a PNG file, each a length, a type, data and a checksum (PNG, third edition, 5.3).
///
/// What a picture can't be shown without has to be whole and in order; anything else that is broken
/// is as if it were not there, for a text that is malformed is no reason to refuse a digit. That is
/// what libpng does, and so do browsers.
///
/// @param pixels the IDAT chunks
/// @param others at most one of a type, those that are used here
record PngChunks(byte[] file, PngHeader header, List<Chunk> pixels, List<Chunk> others) {
  private static final int EXIF = 0x65584966;
  private static final int SIGNATURE = 8;
  private static final int IHDR = 0x49484452;
  private static final int PLTE = 0x504C5445;
  private static final int IDAT = 0x49444154;
  private static final int IEND = 0x49454E44;
  private static final int TRNS = 0x74524E53;
  private static final int GAMA = 0x67414D41;
  private static final int SRGB = 0x73524742;
  private static final int CICP = 0x63494350;

  /// The bit by which a type is in small letters at its beginning: nobody needs to know it.
  private static final int ANCILLARY = 0x2000_0000;

  /// Where a chunk's data lies in the file.
  record Chunk(int type, int from, int length) {
    private boolean isAncillary() {
      return (type & ANCILLARY) != 0;
    }
  }

  /// @throws DataFormatException if it is cut short, or a chunk that is needed is damaged or
  ///     missing
  static PngChunks of(byte[] file) throws DataFormatException {
    List<Chunk> all = all(file);
    if (all.isEmpty() || all.getFirst().type != IHDR) {
      throw new DataFormatException("The header is to come first");
    }
    var header = PngHeader.of(data(file, all.getFirst()));
    var pixels = new ArrayList<Chunk>();
    var others = new ArrayList<Chunk>();
    int last = IHDR;
    for (Chunk chunk : all.subList(1, all.size())) {
      switch (chunk.type) {
        case IDAT -> {
          if (!pixels.isEmpty() && last != IDAT) {
            throw new DataFormatException("Something stands between the pixels");
          }
          pixels.add(chunk);
        }
        case PLTE, TRNS, GAMA, SRGB, CICP, EXIF -> {
          if (others.stream().noneMatch(other -> other.type == chunk.type)) {
            others.add(chunk);
          }
        }
        case IEND -> {}
        default -> {
          if (!chunk.isAncillary()) {
            throw new DataFormatException("Nobody knows this chunk, and it is needed");
          }
        }
      }
      last = chunk.type;
    }
    if (pixels.isEmpty()) {
      throw new DataFormatException("There are no pixels");
    }
    return new PngChunks(file, header, pixels, others);
  }

  /// Up to the end of the picture, without the broken ones that nobody needs.
  private static List<Chunk> all(byte[] file) throws DataFormatException {
    var chunks = new ArrayList<Chunk>();
    ByteBuffer rest = ByteBuffer.wrap(file).position(SIGNATURE);
    while (rest.remaining() >= 12) {
      int length = rest.getInt();
      var chunk = new Chunk(rest.getInt(), rest.position(), length);
      if (length < 0 || length > rest.remaining() - 4) {
        throw new DataFormatException("A chunk is cut short");
      }
      rest.position(chunk.from + length);
      if (rest.getInt() == checksum(file, chunk)) {
        chunks.add(chunk);
      } else if (!chunk.isAncillary()) {
        throw new DataFormatException("A checksum is wrong");
      }
      if (chunk.type == IEND) {
        return chunks;
      }
    }
    throw new DataFormatException("The end is missing");
  }

  private static int checksum(byte[] file, Chunk chunk) {
    var checksum = new CRC32();
    checksum.update(file, chunk.from - Integer.BYTES, Integer.BYTES + chunk.length);
    return (int) checksum.getValue();
  }

  /// @throws DataFormatException if there is no palette where there has to be one
  PngColours colours() throws DataFormatException {
    byte[] palette = bytes(PLTE);
    if (header.colourType() == PngHeader.PALETTE
        && (palette.length == 0 || palette.length % 3 != 0)) {
      throw new DataFormatException("The palette is missing");
    }
    return new PngColours(header, palette, transparency(), gamma());
  }

  /// How the camera was held; EXIF may stand before the pixels or after them (11.3.3.5).
  Orientation orientation() {
    byte[] exif = bytes(EXIF);
    return exif.length == 0
        ? Orientation.UPRIGHT
        : Orientation.ofExif(new ByteArrayInputStream(exif));
  }

  private byte[] transparency() {
    byte[] transparency = bytes(TRNS);
    boolean isFit =
        switch (header.colourType()) {
          case PngHeader.PALETTE -> true;
          // Two bytes a sample, whatever the depth.
          case PngHeader.GREY, PngHeader.RGB -> transparency.length == 2 * header.channels();
          default -> false;
        };
    return isFit ? transparency : new byte[0];
  }

  /// 0 if there is none, or one of the chunks that count before it.
  private int gamma() {
    byte[] gamma = bytes(GAMA);
    return gamma.length != 4 || find(SRGB).isPresent() || find(CICP).isPresent()
        ? 0
        : ByteBuffer.wrap(gamma).getInt();
  }

  /// None if there is no such chunk.
  private byte[] bytes(int type) {
    return find(type)
        .map(chunk -> Arrays.copyOfRange(file, chunk.from, chunk.from + chunk.length))
        .orElse(new byte[0]);
  }

  private Optional<Chunk> find(int type) {
    return others.stream().filter(chunk -> chunk.type == type).findFirst();
  }

  private static ByteBuffer data(byte[] file, Chunk chunk) {
    return ByteBuffer.wrap(file, chunk.from, chunk.length).slice();
  }
}
