package dev.inkling.model.ink;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Writes BMPs of every kind, by Microsoft's and IBM's descriptions of the format.
///
/// @param header its length, by which its versions are told apart
/// @param height negative if the rows come from the top
/// @param masks where red, green, blue and alpha are in a pixel; none, three or four
/// @param palette blue, green and red of each colour
/// @param pixels the rows, each filled up to four bytes
record BmpWriter(
    int header,
    int width,
    int height,
    int depth,
    int compression,
    int[] masks,
    int[][] palette,
    byte[] pixels) {
  private static final int FILE_HEADER = 14;

  byte[] file() {
    boolean isOs2 = header == 12;
    boolean masksFollow = header == 40;
    int entry = isOs2 ? 3 : 4;
    int offset =
        FILE_HEADER + header + (masksFollow ? 4 * masks.length : 0) + entry * palette.length;
    ByteBuffer file = ByteBuffer.allocate(offset + pixels.length).order(ByteOrder.LITTLE_ENDIAN);
    file.put((byte) 'B').put((byte) 'M').putInt(file.capacity()).putInt(0).putInt(offset);
    file.putInt(header);
    if (isOs2) {
      file.putShort((short) width).putShort((short) height).putShort((short) 1);
      file.putShort((short) depth);
    } else {
      file.putInt(width).putInt(height).putShort((short) 1).putShort((short) depth);
      file.putInt(compression).putInt(pixels.length).putInt(2835).putInt(2835);
      file.putInt(palette.length).putInt(0);
      for (int mask : masks) {
        file.putInt(mask);
      }
      file.position(offset - entry * palette.length);
    }
    for (int[] colour : palette) {
      for (int i = 0; i < entry; i++) {
        file.put((byte) (i < 3 ? colour[i] : 0));
      }
    }
    return file.put(pixels).array();
  }
}
