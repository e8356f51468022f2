package dev.inkling.model.data;

import dev.inkling.model.ink.Glyph;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/// What a network repeats while it learns something new, so that it does not forget (A. Robins,
/// "Catastrophic forgetting, rehearsal and pseudorehearsal", 1995): some thousand normalised glyphs
/// of all that it once learned from. They ship with Inkling; where they come from and under which
/// licences is written beside them.
///
/// @param training to learn from
/// @param validation to choose by, none of which the shipped networks have learned from
public record RehearsalSet(Samples training, Samples validation) {
  private static final String NAME = "rehearsal.bin.gz";

  /// The one that ships with Inkling.
  public static RehearsalSet shipped() {
    try (InputStream stream =
        Objects.requireNonNull(RehearsalSet.class.getResourceAsStream(NAME), NAME)) {
      return read(stream);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  static RehearsalSet read(InputStream stream) throws IOException {
    try (var in = new DataInputStream(new GZIPInputStream(stream))) {
      return new RehearsalSet(samples(in), samples(in));
    }
  }

  private static Samples samples(DataInputStream in) throws IOException {
    var digits = new byte[in.readInt()];
    in.readFully(digits);
    var ink = new byte[digits.length * Glyph.PIXELS];
    in.readFully(ink);
    return new Samples(ink, digits);
  }

  /// Writes it as [#shipped()] reads it.
  public void write(OutputStream stream) throws IOException {
    try (var out = new DataOutputStream(new GZIPOutputStream(stream))) {
      write(training, out);
      write(validation, out);
    }
  }

  private static void write(Samples samples, DataOutputStream out) throws IOException {
    out.writeInt(samples.size());
    for (int i = 0; i < samples.size(); i++) {
      out.write(samples.digit(i));
    }
    for (int i = 0; i < samples.size(); i++) {
      for (float ink : samples.get(i).glyph().ink()) {
        out.write(Math.round(255 * ink));
      }
    }
  }
}
