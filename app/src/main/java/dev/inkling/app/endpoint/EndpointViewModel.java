package dev.inkling.app.endpoint;

import dev.inkling.app.background.Background;
import dev.inkling.app.background.BackgroundTask;
import dev.inkling.app.server.Reach;
import dev.inkling.app.server.ServerControl;
import dev.inkling.app.server.ServerViewModel;
import java.net.URI;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// What there is to know of the endpoint behind the window, and its switches: how to call it,
/// what it says, who has called, and where it listens.
public final class EndpointViewModel {
  /// What the window asks.
  static final String PATH = "/predict?explain=true";

  private final ServerViewModel server;
  private final ServerControl control;
  private final Background background;
  private final VisitorLog visitors;
  private final ObjectProperty<RequestCode> language = new SimpleObjectProperty<>(RequestCode.CURL);
  private final StringProperty answer = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<Reach> reach;
  private final StringBinding code;

  public EndpointViewModel(
      ServerViewModel server, ServerControl control, Background background, VisitorLog visitors) {
    this.server = server;
    this.control = control;
    this.background = background;
    this.visitors = visitors;
    reach = new ReadOnlyObjectWrapper<>(control.reach());
    code = Bindings.createStringBinding(this::write, server.addressProperty(), language, reach);
  }

  public ServerViewModel server() {
    return server;
  }

  public VisitorLog visitors() {
    return visitors;
  }

  /// The language that the request is written in.
  public ObjectProperty<RequestCode> languageProperty() {
    return language;
  }

  /// The request; empty while there is no server to ask.
  public StringBinding codeProperty() {
    return code;
  }

  /// The JSON that the window got last; empty before that.
  public StringProperty answerProperty() {
    return answer;
  }

  /// Where the server listens, or would.
  public ReadOnlyObjectProperty<Reach> reachProperty() {
    return reach.getReadOnlyProperty();
  }

  /// Starts the server, or starts it anew, there.
  public void start(Reach where) {
    server.starts();
    new BackgroundTask<>(progress -> control.start(where))
        .onSuccess(
            ready -> {
              reach.set(control.reach());
              server.answers(ready);
            })
        .onFailure(
            failure -> {
              reach.set(control.reach());
              server.failed(failure);
            })
        .startOn(background);
  }

  /// Stops the server; what is drawn is answered once it is back.
  public void stop() {
    server.stopped();
    new BackgroundTask<>(
            progress -> {
              control.stop();
              return Optional.empty();
            })
        .onFailure(server::failed)
        .startOn(background);
  }

  private String write() {
    return server
        .addressProperty()
        .get()
        .map(uri -> language.get().of(asOthersReach(uri), PATH, reach.get().shownToken()))
        .orElse("");
  }

  private URI asOthersReach(URI own) {
    return reach.get().asOthersReach(own);
  }
}
