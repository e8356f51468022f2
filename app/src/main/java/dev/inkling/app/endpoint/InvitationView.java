package dev.inkling.app.endpoint;

import dev.inkling.app.controls.Rows;
import dev.inkling.app.texts.Texts;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// What others in the network need to come in: the addresses of the page to try, the token, and a
/// code to scan with both.
final class InvitationView extends VBox {
  private static final int PIXELS_OF_A_SQUARE = 4;

  private final Texts texts;
  private final ImageView code = new ImageView();

  InvitationView(ObservableValue<Optional<Invitation>> invitation, Texts texts) {
    this.texts = texts;
    getStyleClass().add("part");
    code.setId("server-qr");
    managedProperty().bind(invitation.map(Optional::isPresent));
    visibleProperty().bind(managedProperty());
    invitation.subscribe(
        shown -> {
          getChildren().clear();
          shown.ifPresent(this::show);
        });
  }

  private void show(Invitation invitation) {
    if (invitation.addresses().isEmpty()) {
      getChildren().add(Rows.more(texts, "invitation.none"));
      return;
    }
    getChildren().add(Rows.title(texts, "invitation"));
    List<URI> addresses = invitation.addresses();
    if (addresses.size() == 1) {
      getChildren().add(row(new Label(name(addresses.getFirst())), addresses.getFirst()));
    } else {
      getChildren().addAll(choices(invitation));
    }
    scan(invitation, addresses.getFirst());
    getChildren().addAll(code, Rows.more(texts, "qr.more"), token(invitation.token()));
  }

  /// Who is in several networks chooses the one that the code is for.
  private List<HBox> choices(Invitation invitation) {
    var group = new ToggleGroup();
    return invitation.addresses().stream()
        .map(
            address -> {
              var choice = new RadioButton(name(address));
              choice.setToggleGroup(group);
              choice.setSelected(group.getToggles().size() == 1);
              choice.setOnAction(event -> scan(invitation, address));
              return row(choice, address);
            })
        .toList();
  }

  private HBox row(Labeled address, URI server) {
    return Rows.ends(address, new CopyButton("copy-docs", texts, "copy.docs", () -> name(server)));
  }

  private static String name(URI server) {
    return Invitation.docs(server).toString();
  }

  private void scan(Invitation invitation, URI address) {
    code.setImage(QrImage.of(invitation.docsWithToken(address).toString(), PIXELS_OF_A_SQUARE));
    code.accessibleTextProperty().bind(texts.bound("qr", name(address)));
  }

  private HBox token(String token) {
    var label = new Label();
    label.setId("server-token");
    label.textProperty().bind(texts.bound("token", token));
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    HBox.setHgrow(label, Priority.ALWAYS);
    label.setMaxWidth(Double.MAX_VALUE);
    return Rows.of(label, new CopyButton("copy-token", texts, "copy.token", () -> token));
  }
}
