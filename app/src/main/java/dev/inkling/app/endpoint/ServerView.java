package dev.inkling.app.endpoint;

import atlantafx.base.controls.ToggleSwitch;
import atlantafx.base.theme.Styles;
import dev.inkling.app.server.Reach;
import dev.inkling.app.server.ServerViewModel;
import dev.inkling.app.texts.Texts;
import java.net.URI;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Where the server listens and who can reach it: start, stop, port, and the way into the network.
final class ServerView extends VBox {
  private static final int SQUARE = 5;
  private static final int LAST_PORT = 65_535;

  private final EndpointViewModel viewModel;
  private final Texts texts;
  private final TextField port = new TextField();
  private final ToggleSwitch network = new ToggleSwitch();
  private final Label mistake = new Label();
  private final VBox invitation = new VBox();

  ServerView(EndpointViewModel viewModel, Texts texts) {
    this.viewModel = viewModel;
    this.texts = texts;
    getStyleClass().add("endpoint-part");
    ServerViewModel server = viewModel.server();
    BooleanBinding stopped =
        Bindings.createBooleanBinding(
            () -> server.addressProperty().get().isEmpty(), server.addressProperty());

    var caption = new Label();
    caption.setId("server-caption");
    caption.textProperty().bind(server.captionProperty());
    caption.getStyleClass().add(Styles.TEXT_BOLD);
    var problem = new Label();
    problem.textProperty().bind(server.problemProperty());
    problem.setWrapText(true);
    problem.getStyleClass().add(Styles.DANGER);
    problem.managedProperty().bind(server.problemProperty().isNotEmpty());

    var start = new Button();
    start.setId("server-start");
    start.textProperty().bind(texts.bound("start"));
    start.disableProperty().bind(stopped.not());
    start.setOnAction(event -> startThere());
    var stop = new Button();
    stop.setId("server-stop");
    stop.textProperty().bind(texts.bound("stop"));
    stop.disableProperty().bind(stopped);
    stop.setOnAction(event -> viewModel.stop());

    getChildren()
        .addAll(caption, problem, row(start, stop), port(), network(), mistake, invitation);
    mistake.setId("server-mistake");
    mistake.setWrapText(true);
    mistake.getStyleClass().add(Styles.DANGER);
    mistake.managedProperty().bind(mistake.textProperty().isNotEmpty());
    invitation.getStyleClass().add("endpoint-part");
    viewModel.reachProperty().subscribe(this::show);
    server.addressProperty().subscribe(address -> invite(address));
  }

  private HBox port() {
    var label = new Label();
    label.textProperty().bind(texts.bound("port"));
    label.setLabelFor(port);
    port.setId("server-port");
    port.setPrefColumnCount(5);
    port.accessibleTextProperty().bind(texts.bound("port"));
    port.setOnAction(event -> startThere());
    var apply = new Button();
    apply.setId("server-apply");
    apply.textProperty().bind(texts.bound("port.apply"));
    apply.setOnAction(event -> startThere());
    return row(label, port, apply);
  }

  private VBox network() {
    network.setId("server-network");
    network.textProperty().bind(texts.bound("network"));
    network.accessibleTextProperty().bind(texts.bound("network"));
    network.setOnMouseClicked(event -> startThere());
    network.setOnKeyReleased(event -> startIfChanged());
    var warning = new Label();
    warning.textProperty().bind(texts.bound("network.warning"));
    warning.setWrapText(true);
    warning.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
    return new VBox(network, warning);
  }

  private void startIfChanged() {
    if (network.isSelected() != viewModel.reachProperty().get().network()) {
      startThere();
    }
  }

  /// A number is all that a port can be; 0 would be any.
  private void startThere() {
    Optional<Integer> wanted = portWanted();
    mistake.setText(wanted.isPresent() ? "" : texts.get("port.unfit", LAST_PORT));
    wanted.ifPresent(
        number ->
            viewModel.start(
                new Reach(number, network.isSelected(), viewModel.reachProperty().get().token())));
  }

  private Optional<Integer> portWanted() {
    try {
      return Optional.of(Integer.parseInt(port.getText().strip()))
          .filter(number -> number > 0 && number <= LAST_PORT);
    } catch (NumberFormatException noNumber) {
      return Optional.empty();
    }
  }

  private void show(Reach reach) {
    port.setText(String.valueOf(reach.port()));
    network.setSelected(reach.network());
  }

  /// What others need to come in.
  private void invite(Optional<URI> address) {
    Reach reach = viewModel.reachProperty().get();
    invitation.getChildren().clear();
    if (address.isEmpty() || !reach.network()) {
      return;
    }
    URI docs = reach.asOthersReach(address.get()).resolve("/docs/");
    var code = new ImageView(QrImage.of(docs.toString(), SQUARE));
    code.setId("server-qr");
    code.accessibleTextProperty().bind(texts.bound("qr", docs));
    var where = new Label(docs.toString());
    invitation
        .getChildren()
        .addAll(row(where, new CopyButton("copy-docs", texts, "copy.docs", docs::toString)), code);
    reach
        .shownToken()
        .ifPresent(
            token -> {
              var label = new Label();
              label.textProperty().bind(texts.bound("token", token));
              label.setWrapText(true);
              invitation
                  .getChildren()
                  .add(row(label, new CopyButton("copy-token", texts, "copy.token", () -> token)));
            });
  }

  private static HBox row(javafx.scene.Node... nodes) {
    var row = new HBox(nodes);
    row.getStyleClass().add("endpoint-row");
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }
}
