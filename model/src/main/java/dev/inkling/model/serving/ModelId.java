package dev.inkling.model.serving;

/// Which model: its name and the version that is loaded.
///
/// @param version 1 or more; the highest is served
public record ModelId(String name, int version) {
  @Override
  public String toString() {
    return name + "/" + version;
  }
}
