package dev.inkling.model.data;

import java.net.URI;

/// A file of a public data set.
///
/// @param name of the unpacked file
/// @param sha256 of the unpacked file, in hexadecimal
/// @param home where the set's keepers offer it, with a `/` at its end
/// @param packing how they pack it
public record DataFile(String name, String sha256, URI home, Packing packing) {

  /// The packings that data sets come in.
  public enum Packing {
    GZIP(".gz"),

    /// Unix compress, older than gzip, still in archives of the nineties.
    COMPRESS(".Z");

    private final String suffix;

    Packing(String suffix) {
      this.suffix = suffix;
    }

    String suffix() {
      return suffix;
    }
  }

  String packedName() {
    return name + packing.suffix();
  }

  URI address() {
    return home.resolve(packedName());
  }
}
