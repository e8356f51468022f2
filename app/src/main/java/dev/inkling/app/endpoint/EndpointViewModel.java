package dev.inkling.app.endpoint;

import dev.inkling.app.background.Background;
import dev.inkling.app.predict.Asked;
import dev.inkling.app.predict.HttpPredictor;
import dev.inkling.app.server.ServerControl;
import dev.inkling.app.server.ServerViewModel;
import java.net.URI;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/// What there is to know of the endpoint behind the window: how to call it, what it says, who has
/// called, and its switches.
public final class EndpointViewModel {
  private final ServerViewModel server;
  private final VisitorLog visitors;
  private final SwitchesViewModel switches;
  private final ObjectProperty<RequestCode> language = new SimpleObjectProperty<>(RequestCode.CURL);
  private final ObjectProperty<Optional<Asked>> last = new SimpleObjectProperty<>(Optional.empty());
  private final BooleanProperty showing = new SimpleBooleanProperty();
  private final StringBinding code;
  private final ReadOnlyStringWrapper answer = new ReadOnlyStringWrapper("");

  public EndpointViewModel(
      ServerViewModel server, ServerControl control, Background background, VisitorLog visitors) {
    this.server = server;
    this.visitors = visitors;
    switches = new SwitchesViewModel(server, control, background);
    code =
        Bindings.createStringBinding(
            this::write,
            server.addressProperty(),
            switches.reachProperty(),
            switches.invitationProperty(),
            language,
            last);
    last.addListener(change -> layOut());
    showing.addListener(change -> layOut());
  }

  public ServerViewModel server() {
    return server;
  }

  public VisitorLog visitors() {
    return visitors;
  }

  public SwitchesViewModel switches() {
    return switches;
  }

  /// The language that the request is written in.
  public ObjectProperty<RequestCode> languageProperty() {
    return language;
  }

  /// What the window asked last, and what came back.
  public ObjectProperty<Optional<Asked>> lastProperty() {
    return last;
  }

  /// Whether somebody looks.
  public BooleanProperty showingProperty() {
    return showing;
  }

  /// The request; empty while there is no server to ask.
  public StringBinding codeProperty() {
    return code;
  }

  /// What came back, laid out to be read; empty before that. It stays as it was while nobody looks:
  /// the pen gets an answer with each frame.
  public ReadOnlyStringProperty answerProperty() {
    return answer.getReadOnlyProperty();
  }

  /// All of what came back.
  public String wholeAnswer() {
    return last.get().map(Asked::answer).map(AnswerJson::whole).orElse("");
  }

  private void layOut() {
    if (showing.get()) {
      answer.set(last.get().map(Asked::answer).map(AnswerJson::shortened).orElse(""));
    }
  }

  private String write() {
    return server
        .addressProperty()
        .get()
        .map(
            own ->
                language
                    .get()
                    .of(asOthersReach(own), path(), switches.reachProperty().get().shownToken()))
        .orElse("");
  }

  private URI asOthersReach(URI own) {
    return switches
        .invitationProperty()
        .get()
        .flatMap(invitation -> invitation.addresses().stream().findFirst())
        .orElse(own);
  }

  private String path() {
    return last.get()
        .map(Asked::request)
        .map(request -> request.getRawPath() + "?" + request.getRawQuery())
        .orElse(HttpPredictor.PATH);
  }
}
