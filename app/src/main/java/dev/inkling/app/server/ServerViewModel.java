package dev.inkling.app.server;

import dev.inkling.api.PortTaken;
import dev.inkling.api.ServerNotStarted;
import dev.inkling.app.texts.Language;
import dev.inkling.app.texts.Sentence;
import dev.inkling.app.texts.Texts;
import dev.inkling.model.InklingException;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;

/// The server as the window knows it: starting, answering at an address, or failed. The window is
/// there before the server is, so all of it may still come.
public final class ServerViewModel {
  private final Browser browser;
  private final Executor screen;
  private final ReadOnlyObjectWrapper<Optional<URI>> address =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<ServerPhase> phase =
      new ReadOnlyObjectWrapper<>(ServerPhase.STARTING);
  private final ObjectProperty<Sentence> caption =
      new SimpleObjectProperty<>(Sentence.of("starting"));
  private final ObjectProperty<Sentence> problem = new SimpleObjectProperty<>(Sentence.NONE);
  private final ObjectProperty<Sentence> notice = new SimpleObjectProperty<>(Sentence.NONE);
  private final ReadOnlyStringWrapper captionSaid = new ReadOnlyStringWrapper();
  private final ReadOnlyStringWrapper problemSaid = new ReadOnlyStringWrapper();
  private final ReadOnlyStringWrapper noticeSaid = new ReadOnlyStringWrapper();

  /// Waits for that start.
  ///
  /// @param start completes, on any thread, when the server answers, or fails with what kept it
  public ServerViewModel(
      CompletionStage<ServerReady> start, Browser browser, Executor screen, Language language) {
    this.browser = browser;
    this.screen = screen;
    Texts texts = language.of(ServerViewModel.class);
    captionSaid.bind(texts.said(caption));
    problemSaid.bind(texts.said(problem));
    noticeSaid.bind(texts.said(notice));
    start.whenComplete(
        (ready, failure) ->
            screen.execute(
                () -> {
                  if (failure == null) {
                    answers(ready);
                  } else {
                    failed(failure);
                  }
                }));
  }

  /// How it is.
  public ReadOnlyObjectProperty<ServerPhase> phaseProperty() {
    return phase.getReadOnlyProperty();
  }

  /// Where the server answers, once it does.
  public ReadOnlyObjectProperty<Optional<URI>> addressProperty() {
    return address.getReadOnlyProperty();
  }

  /// The address, or what there is instead of one.
  public ReadOnlyStringProperty captionProperty() {
    return captionSaid.getReadOnlyProperty();
  }

  /// Why there is no server, and what to do; empty when nothing is wrong.
  public ReadOnlyStringProperty problemProperty() {
    return problemSaid.getReadOnlyProperty();
  }

  /// Something worth knowing, or empty.
  public ReadOnlyStringProperty noticeProperty() {
    return noticeSaid.getReadOnlyProperty();
  }

  /// Opens the page on which the endpoint can be tried; says the address where that is impossible.
  public void openDocs() {
    address
        .get()
        .ifPresent(
            uri -> {
              URI docs = uri.resolve("/docs");
              browser
                  .open(docs)
                  .exceptionallyAsync(
                      failure -> {
                        notice.set(Sentence.of("no-browser", docs));
                        return null;
                      },
                      screen);
            });
  }

  /// It is being started, or started anew.
  public void starts() {
    now(ServerPhase.STARTING, Sentence.of("starting"), Sentence.NONE, Optional.empty());
  }

  /// It was stopped by a person: nothing is wrong.
  public void stopped() {
    now(ServerPhase.STOPPED, Sentence.of("stopped"), Sentence.NONE, Optional.empty());
  }

  /// It answers there now.
  public void answers(ServerReady ready) {
    notice.set(ready.notice());
    now(
        ServerPhase.ANSWERING,
        Sentence.verbatim(ready.address().toString()),
        Sentence.NONE,
        Optional.of(ready.address()));
  }

  /// It did not start, for that reason.
  public void failed(Throwable failure) {
    Throwable cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    Sentence reason =
        switch (cause) {
          case PortTaken taken -> Sentence.of("port-lost", taken.port());
          case InklingException refusal -> Sentence.verbatim(refusal.sentence());
          case ServerNotStarted refusal -> Sentence.verbatim(refusal.sentence());
          default -> Sentence.of("not-started", cause);
        };
    now(ServerPhase.FAILED, Sentence.of("none"), reason, Optional.empty());
  }

  /// The address last: who waits for it finds the rest as it is.
  private void now(ServerPhase is, Sentence said, Sentence reason, Optional<URI> answersAt) {
    caption.set(said);
    problem.set(reason);
    phase.set(is);
    address.set(answersAt);
  }
}
