package dev.inkling.model;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// SHA-256, by which data and models are known.
public final class Sha256 {
  private Sha256() {}

  /// Everything read through the result is counted in its [#hex].
  public static DigestInputStream through(InputStream stream) {
    try {
      return new DigestInputStream(stream, MessageDigest.getInstance("SHA-256"));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java has SHA-256", impossible);
    }
  }

  /// The hash, in hexadecimal, of what has been read through that stream.
  public static String hex(DigestInputStream stream) {
    return HexFormat.of().formatHex(stream.getMessageDigest().digest());
  }

  /// The hash of some bytes, in hexadecimal.
  public static String of(byte[] bytes) {
    try (DigestInputStream stream = through(new ByteArrayInputStream(bytes))) {
      stream.transferTo(OutputStream.nullOutputStream());
      return hex(stream);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /// The hash of a file, in hexadecimal.
  public static String of(Path file) throws IOException {
    try (DigestInputStream stream = through(Files.newInputStream(file))) {
      stream.transferTo(OutputStream.nullOutputStream());
      return hex(stream);
    }
  }
}
