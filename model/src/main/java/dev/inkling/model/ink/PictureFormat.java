package dev.inkling.model.ink;

import java.util.Arrays;
import java.util.Optional;

/// The file formats that Inkling reads, told apart by how their bytes begin: names and content
/// types lie too often.
enum PictureFormat {
  PNG(0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'),
  JPEG(0xFF, 0xD8, 0xFF),
  BMP('B', 'M');

  private final byte[] signature;

  PictureFormat(int... signature) {
    this.signature = new byte[signature.length];
    for (int i = 0; i < signature.length; i++) {
      this.signature[i] = (byte) signature[i];
    }
  }

  static Optional<PictureFormat> of(byte[] file) {
    return Arrays.stream(values()).filter(format -> format.begins(file)).findFirst();
  }

  private boolean begins(byte[] file) {
    return file.length >= signature.length
        && Arrays.equals(signature, 0, signature.length, file, 0, signature.length);
  }
}
