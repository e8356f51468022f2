package dev.inkling.app.server;

import java.net.URI;

/// A server that answers.
///
/// @param address of its root, without a path
/// @param notice one line that a person should know about it, or empty
public record ServerReady(URI address, String notice) {}
