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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A server that is only pretended to start and stop, and the endpoint of a window with such a one.
public final class TestEndpoint implements ServerControl {
  static final String TOKEN = "a-token-for-this-test-only";

  /// Another program's.
  static final int TAKEN = 8080;

  /// The administrator's.
  static final int FORBIDDEN = 80;

  /// What was done with it, in order.
  final List<String> done = new ArrayList<>();

  private Reach reach = new Reach(8000, false, Optional.empty());

  /// An endpoint that nobody has a close look at.
  public static EndpointViewModel behind(ServerViewModel server, Background background) {
    return behind(server, new TestEndpoint(), background);
  }

  static EndpointViewModel behind(
      ServerViewModel server, ServerControl control, Background background) {
    return new EndpointViewModel(
        server,
        control,
        background,
        new VisitorLog(background, Clock.systemUTC(), HttpPredictor::isOwn));
  }

  @Override
  public Reach reach() {
    return reach;
  }

  @Override
  public int freePort(Reach wanted) {
    if (wanted.port() == 1) {
      throw new IllegalArgumentException("There is no token to be had.");
    }
    return wanted.port() == TAKEN ? TAKEN + 1 : wanted.port();
  }

  @Override
  public ServerReady start(Reach where) {
    done.add("start " + where.port() + (where.network() ? " for all" : ""));
    if (where.port() == FORBIDDEN) {
      throw new IllegalStateException("Port 80 is for the administrator: take another.");
    }
    reach = new Reach(where.port(), where.network(), Optional.of(TOKEN));
    return new ServerReady(URI.create("http://127.0.0.1:" + where.port()), Sentence.NONE);
  }

  @Override
  public void stop() {
    done.add("stop");
  }

  @Override
  public List<URI> addresses() {
    return reach.network()
        ? List.of(
            URI.create("http://192.168.1.5:" + reach.port()),
            URI.create("http://10.0.0.5:" + reach.port()))
        : List.of();
  }
}
