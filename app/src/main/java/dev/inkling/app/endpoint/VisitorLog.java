package dev.inkling.app.endpoint;

import dev.inkling.api.AnsweredRequest;
import dev.inkling.api.RequestListener;
import dev.inkling.app.background.Background;
import dev.inkling.app.background.BackgroundTask;
import java.time.Clock;
import java.time.LocalTime;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// Who has asked the server, the last one first: not the window itself, and not those who only look
/// whether it lives or what it is.
///
/// A program can send hundreds of requests a second, and the window has to stay quick. So those
/// that come while others are made ready wait together, and are shown together: one piece of work
/// is on its way at most, and what waits is bounded in number and in bytes.
public final class VisitorLog implements RequestListener {
  /// As many as anybody scrolls through; their thumbnails take 5 MB.
  static final int REMEMBERED = 200;

  /// The pictures that may wait, in bytes; of those on top only the line is shown.
  private static final int MOST_WAITING = 16 << 20;

  private static final List<String> UNINTERESTING =
      List.of("/docs", "/openapi", "/health", "/metrics", "/v2/health");

  /// @param picture to be made a thumbnail of
  private record Arrival(Visitor visitor, Optional<byte[]> picture) {
    Visitor made() {
      return visitor.withThumbnail(picture.flatMap(Thumbnail::of));
    }
  }

  private final Background background;
  private final Clock clock;
  private final Predicate<String> isOwn;
  private final ObservableList<Visitor> visitors = FXCollections.observableArrayList();
  private final Deque<Arrival> arrivals = new ArrayDeque<>();
  private int waitingBytes;
  private boolean working;

  /// Nobody has come yet.
  ///
  /// @param isOwn tells the window's own requests by their ids
  public VisitorLog(Background background, Clock clock, Predicate<String> isOwn) {
    this.background = background;
    this.clock = clock;
    this.isOwn = isOwn;
  }

  /// To be read on the screen's thread.
  ObservableList<Visitor> visitors() {
    return FXCollections.unmodifiableObservableList(visitors);
  }

  void clear() {
    visitors.clear();
  }

  @Override
  public void answered(AnsweredRequest request) {
    if (isOwn.test(request.id()) || UNINTERESTING.stream().anyMatch(request.path()::startsWith)) {
      return;
    }
    if (isFirst(
        Visitor.of(request, LocalTime.now(clock)), request.pictures().stream().findFirst())) {
      work();
    }
  }

  /// Lets it wait.
  ///
  /// @return whether nobody is at work yet
  private synchronized boolean isFirst(Visitor visitor, Optional<byte[]> picture) {
    Optional<byte[]> kept = picture.filter(bytes -> waitingBytes + bytes.length <= MOST_WAITING);
    arrivals.addLast(new Arrival(visitor, kept));
    waitingBytes += bytes(kept);
    if (arrivals.size() > REMEMBERED) {
      waitingBytes -= bytes(arrivals.removeFirst().picture);
    }
    boolean first = !working;
    working = true;
    return first;
  }

  private void work() {
    new BackgroundTask<>(progress -> take().stream().map(Arrival::made).toList())
        .onSuccess(this::show)
        // Those are lost, say for lack of memory; those who come next are not.
        .onFailure(failure -> show(List.of()))
        .startOn(background);
  }

  private synchronized List<Arrival> take() {
    List<Arrival> taken = List.copyOf(arrivals);
    arrivals.clear();
    waitingBytes = 0;
    return taken;
  }

  private void show(List<Visitor> come) {
    come.forEach(visitors::addFirst);
    if (visitors.size() > REMEMBERED) {
      visitors.remove(REMEMBERED, visitors.size());
    }
    if (isMoreWaiting()) {
      work();
    }
  }

  private synchronized boolean isMoreWaiting() {
    working = !arrivals.isEmpty();
    return working;
  }

  private static int bytes(Optional<byte[]> picture) {
    return picture.map(bytes -> bytes.length).orElse(0);
  }
}
