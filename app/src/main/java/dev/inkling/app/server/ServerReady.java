package dev.inkling.app.server;

import dev.inkling.app.texts.Sentence;
import java.net.URI;

/// A server that answers.
///
/// @param address of its root, without a path
/// @param notice one line that a person should know about it, or [Sentence#NONE]
public record ServerReady(URI address, Sentence notice) {}
