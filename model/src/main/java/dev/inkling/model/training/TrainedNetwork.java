package dev.inkling.model.training;

import dev.inkling.model.network.Network;
import java.util.List;
import java.util.Map;

/// What training gives: the weights by name, and how each epoch went.
public record TrainedNetwork(
    Network network,
    Hyperparameters hyperparameters,
    Map<String, float[]> weights,
    List<EpochFigures> history) {
  public TrainedNetwork {
    weights = Map.copyOf(weights);
    history = List.copyOf(history);
  }
}
