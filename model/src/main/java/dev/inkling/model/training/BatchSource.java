package dev.inkling.model.training;

import java.util.stream.Stream;

/// Where a training run's batches come from.
interface BatchSource {

  /// How many batches an epoch has.
  int steps();

  /// The batches of one epoch, in order. Whoever takes a batch closes it, and the stream.
  ///
  /// @param epoch from 1; a source may want to be asked for each in turn
  Stream<Batch> epoch(int epoch);
}
