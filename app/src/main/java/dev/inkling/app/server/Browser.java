package dev.inkling.app.server;

import java.net.URI;
import java.util.concurrent.CompletionStage;

/// The person's web browser.
@FunctionalInterface
public interface Browser {

  /// Shows the page; the stage fails where no browser can be opened.
  CompletionStage<?> open(URI page);
}
