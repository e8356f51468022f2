package dev.inkling.model.serving;

/// What a classifier says of one picture as a whole, and of the digits on it.
public record NumberReading(Explanation whole, WrittenNumber number) {}
