package dev.inkling.model.data;

/// A file of a public data set.
///
/// @param name of the unpacked file; in a folder or at its public home it may end in `.gz`
/// @param sha256 of the unpacked file, in hexadecimal
public record DataFile(String name, String sha256) {
  String packedName() {
    return name + ".gz";
  }
}
