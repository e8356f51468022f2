package dev.inkling.app.endpoint;

import dev.inkling.api.AnsweredRequest;
import dev.inkling.api.RequestListener;
import dev.inkling.app.background.Background;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.image.Image;

/// Who has asked the server, the last one first: not the window itself, and not those who only look
/// whether it lives or what it is.
public final class VisitorLog implements RequestListener {
  /// As many as anybody scrolls through; their thumbnails take a megabyte.
  static final int REMEMBERED = 200;

  private static final List<String> UNINTERESTING =
      List.of("/docs", "/openapi", "/health", "/metrics", "/v2/health");

  private static final int THUMBNAIL = 40;

  private final Background background;
  private final Clock clock;
  private final Predicate<String> isOwn;
  private final ObservableList<Visitor> visitors = FXCollections.observableArrayList();

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
    LocalTime at = LocalTime.now(clock);
    background
        .worker()
        .execute(
            () -> {
              var visitor = new Visitor(at, request, thumbnail(request));
              background.screen().execute(() -> add(visitor));
            });
  }

  private void add(Visitor visitor) {
    visitors.addFirst(visitor);
    if (visitors.size() > REMEMBERED) {
      visitors.removeLast();
    }
  }

  /// Only of what the server could read, which keeps its limits.
  private static Optional<Image> thumbnail(AnsweredRequest request) {
    if (request.predictions().isEmpty()) {
      return Optional.empty();
    }
    return request.pictures().stream()
        .findFirst()
        .map(bytes -> new Image(new ByteArrayInputStream(bytes), THUMBNAIL, THUMBNAIL, true, true))
        .filter(image -> !image.isError());
  }
}
