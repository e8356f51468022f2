package dev.inkling.app.endpoint;

import atlantafx.base.controls.ToggleSwitch;
import atlantafx.base.theme.Styles;
import dev.inkling.app.controls.Rows;
import dev.inkling.app.server.ServerPhase;
import dev.inkling.app.server.ServerViewModel;
import dev.inkling.app.texts.Texts;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Separator;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Where the server listens and who can reach it: start, stop, port, and the way into the network.
final class ServerView extends VBox {
  private final SwitchesViewModel switches;
  private final ServerViewModel server;
  private final Texts texts;

  ServerView(SwitchesViewModel switches, ServerViewModel server, Texts texts) {
    this.switches = switches;
    this.server = server;
    this.texts = texts;
    getStyleClass().add("part");
    getChildren()
        .addAll(
            head(),
            problem(),
            port(),
            mistake(),
            new Separator(),
            network(),
            explanation(),
            warning(),
            new InvitationView(switches.invitationProperty(), texts));
  }

  private HBox head() {
    var caption = new Label();
    caption.setId("server-caption");
    caption.textProperty().bind(server.captionProperty());
    caption.getStyleClass().add(Styles.TEXT_BOLD);
    ObservableValue<Boolean> answering =
        server.phaseProperty().map(phase -> phase == ServerPhase.ANSWERING);
    ObservableValue<Boolean> canStart = server.phaseProperty().map(ServerPhase::canStart);
    var copy = new CopyButton("copy-server", texts, "copy.server", server.captionProperty()::get);
    var start = button("server-start", "start", switches::start);
    start.getStyleClass().add(Styles.ACCENT);
    var stop = button("server-stop", "stop", switches::stop);
    only(copy, answering);
    only(stop, answering);
    only(start, canStart);
    return Rows.ends(caption, copy, start, stop);
  }

  private HBox port() {
    var label = new Label();
    label.textProperty().bind(texts.bound("port"));
    var port = new TextField();
    label.setLabelFor(port);
    port.setId("server-port");
    port.setPrefColumnCount(5);
    port.accessibleTextProperty().bind(texts.bound("port"));
    port.textProperty().bindBidirectional(switches.portProperty());
    port.setOnAction(event -> switches.start());
    return Rows.of(label, port, button("server-apply", "port.apply", switches::start));
  }

  private Label problem() {
    Label problem = sentence("server-problem", server.problemProperty());
    problem.getStyleClass().add(Styles.DANGER);
    return problem;
  }

  /// Nothing has happened, so it is said calmly.
  private VBox mistake() {
    Label mistake = sentence("server-mistake", texts.said(switches.mistakeProperty()));
    mistake.setGraphic(new FontIcon(Feather.INFO));
    var box = new VBox(mistake, offer());
    box.getStyleClass().add("endpoint-note");
    only(box, mistake.managedProperty());
    return box;
  }

  private Button offer() {
    Button offer =
        button(
            "server-offer",
            texts.bound("port.offer", switches.offerProperty().map(free -> free.orElse(0))),
            switches::takeOffer);
    only(offer, switches.offerProperty().map(free -> free.isPresent()));
    return offer;
  }

  private ToggleSwitch network() {
    var network = new ToggleSwitch();
    network.setId("server-network");
    network.textProperty().bind(texts.bound("network"));
    network.accessibleTextProperty().bind(texts.bound("network"));
    network.selectedProperty().bindBidirectional(switches.networkProperty());
    network.disableProperty().bind(switches.busyProperty());
    // By itself it hears the mouse only.
    network.setOnKeyReleased(
        key -> {
          if (key.getCode() == KeyCode.SPACE) {
            network.fire();
          }
        });
    return network;
  }

  /// As long as nothing else is said of it.
  private Label explanation() {
    Label explanation = Rows.more(texts, "network.more");
    only(explanation, switches.networkProperty().map(on -> !on));
    return explanation;
  }

  /// Before other machines are let in.
  private VBox warning() {
    var warning = new Label();
    warning.setId("network-warning");
    warning.setGraphic(new FontIcon(Feather.ALERT_TRIANGLE));
    warning.textProperty().bind(texts.bound("network.warning"));
    warning.setWrapText(true);
    warning.setMinHeight(USE_PREF_SIZE);
    var box =
        new VBox(
            warning,
            Rows.of(
                button("network-open", "network.open", switches::openToNetwork),
                button("network-cancel", "network.cancel", switches::stayClosed)));
    box.getStyleClass().addAll("endpoint-note", "endpoint-warning");
    only(box, switches.askingProperty());
    return box;
  }

  private Button button(String id, String key, Runnable action) {
    return button(id, texts.bound(key), action);
  }

  private Button button(String id, ObservableValue<String> name, Runnable action) {
    var button = new Button();
    button.setId(id);
    button.textProperty().bind(name);
    button.setMinWidth(USE_PREF_SIZE);
    button.disableProperty().bind(switches.busyProperty());
    button.setOnAction(event -> action.run());
    return button;
  }

  /// One line that says what is wrong; not there when nothing is.
  private static Label sentence(String id, ObservableValue<String> said) {
    var sentence = new Label();
    sentence.setId(id);
    sentence.textProperty().bind(said);
    sentence.setWrapText(true);
    sentence.setMinHeight(USE_PREF_SIZE);
    only(sentence, sentence.textProperty().isNotEmpty());
    return sentence;
  }

  private static void only(Node node, ObservableValue<Boolean> when) {
    node.visibleProperty().bind(when);
    node.managedProperty().bind(when);
  }
}
