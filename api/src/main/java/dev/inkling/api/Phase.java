package dev.inkling.api;

/// A server's life, in this order; it may go from the first to the last.
enum Phase {
  /// It listens, and asks for patience.
  LOADING,
  /// It answers.
  READY,
  /// It answers what it has accepted, and takes nothing new.
  STOPPING
}
