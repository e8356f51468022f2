package dev.inkling.app.endpoint;

import dev.inkling.app.background.Background;
import dev.inkling.app.predict.HttpPredictor;
import dev.inkling.app.server.Reach;
import dev.inkling.app.server.ServerControl;
import dev.inkling.app.server.ServerReady;
import dev.inkling.app.server.ServerViewModel;
import dev.inkling.app.texts.Sentence;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;

/// The endpoint of a window whose server is only pretended to start and stop.
public final class TestEndpoint implements ServerControl {
  private Reach reach = new Reach(8000, false, Optional.empty());

  private TestEndpoint() {}

  public static EndpointViewModel behind(ServerViewModel server, Background background) {
    return new EndpointViewModel(
        server,
        new TestEndpoint(),
        background,
        new VisitorLog(background, Clock.systemUTC(), HttpPredictor::isOwn));
  }

  @Override
  public Reach reach() {
    return reach;
  }

  @Override
  public ServerReady start(Reach where) {
    if (where.port() == 80) {
      throw new IllegalStateException("Port 80 is for the administrator: take another.");
    }
    reach = new Reach(where.port(), where.network(), Optional.of("a-token-for-this-test-only"));
    return new ServerReady(URI.create("http://127.0.0.1:" + where.port()), Sentence.NONE);
  }

  @Override
  public void stop() {}
}
