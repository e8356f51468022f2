package dev.inkling.api;

/// Is told of each request once it is answered, for whoever wants to watch them come in. It is
/// called on the server's own threads, many at once: whatever takes longer than a moment belongs
/// elsewhere. Where nobody listens nothing is kept and nothing is put together.
@FunctionalInterface
public interface RequestListener {
  /// Watches nothing.
  RequestListener NONE = request -> {};

  /// That one has its answer.
  void answered(AnsweredRequest request);
}
