package dev.inkling.api;

/// Is told of each request once it is answered, for whoever wants to watch them come in. It is
/// called on the server's own threads: whatever takes longer than a moment belongs elsewhere.
@FunctionalInterface
public interface RequestListener {
  /// Watches nothing.
  RequestListener NONE = request -> {};

  void answered(AnsweredRequest request);
}
