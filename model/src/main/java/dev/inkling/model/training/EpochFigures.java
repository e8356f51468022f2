package dev.inkling.model.training;

/// How an epoch went.
///
/// @param epoch from 1
/// @param loss mean over the training part, measured while the weights moved
/// @param accuracy share of the training part read right, likewise, 0 to 1
/// @param validationAccuracy share of the held-out part read right after the epoch, 0 to 1
public record EpochFigures(int epoch, double loss, double accuracy, double validationAccuracy) {}
