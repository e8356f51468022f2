package dev.inkling.app.predict;

import java.net.URI;

/// A request that the window has sent, and what came back.
///
/// @param request where it went, with its query
/// @param answer as it came
public record Asked(URI request, String answer) {}
