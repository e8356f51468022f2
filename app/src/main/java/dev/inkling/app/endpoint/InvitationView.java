package dev.inkling.app.endpoint;

import dev.inkling.app.texts.Texts;
import java.net.URI;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
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
    getStyleClass().add("endpoint-part");
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
    var choice = new ToggleGroup();
    for (URI address : invitation.addresses()) {
      getChildren().add(address(invitation, address, choice));
    }
    choice.getToggles().getFirst().setSelected(true);
    getChildren().addAll(code, Rows.more(texts, "qr.more"), token(invitation.token()));
  }

  /// Who is in several networks chooses the one that the code is for.
  private HBox address(Invitation invitation, URI address, ToggleGroup choice) {
    URI docs = Invitation.docs(address);
    var button = new RadioButton(docs.toString());
    button.setToggleGroup(choice);
    button.selectedProperty().subscribe(chosen -> scan(chosen, invitation, address));
    HBox.setHgrow(button, Priority.ALWAYS);
    button.setMaxWidth(Double.MAX_VALUE);
    return Rows.of(button, new CopyButton("copy-docs", texts, "copy.docs", docs::toString));
  }

  private void scan(boolean chosen, Invitation invitation, URI address) {
    if (chosen) {
      code.setImage(QrImage.of(invitation.docsWithToken(address).toString(), PIXELS_OF_A_SQUARE));
      code.accessibleTextProperty().bind(texts.bound("qr", Invitation.docs(address)));
    }
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
