package dev.inkling.app.endpoint;

import dev.inkling.app.background.Background;
import dev.inkling.app.background.BackgroundTask;
import dev.inkling.app.server.Reach;
import dev.inkling.app.server.ServerControl;
import dev.inkling.app.server.ServerPhase;
import dev.inkling.app.server.ServerReady;
import dev.inkling.app.server.ServerViewModel;
import dev.inkling.app.texts.Sentence;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// The switches of the server behind the window: start, stop, its port, and whether other machines
/// reach it, which a person has to say twice.
///
/// One thing is done at a time. A port is looked at before the server leaves the one that it has:
/// as long as the new one is not to be had, everything stays as it is.
public final class SwitchesViewModel {
  private static final int LAST_PORT = 65_535;

  private final ServerViewModel server;
  private final ServerControl control;
  private final Background background;
  private final StringProperty port = new SimpleStringProperty("");
  private final BooleanProperty network = new SimpleBooleanProperty();
  private final ObjectProperty<Optional<Integer>> chosenPort =
      new SimpleObjectProperty<>(Optional.empty());
  private final ReadOnlyBooleanWrapper asking = new ReadOnlyBooleanWrapper();
  private final BooleanProperty working = new SimpleBooleanProperty();
  private final BooleanExpression busy;
  private final ReadOnlyObjectWrapper<Reach> reach;
  private final ReadOnlyObjectWrapper<Sentence> mistake =
      new ReadOnlyObjectWrapper<>(Sentence.NONE);
  private final ReadOnlyObjectWrapper<Optional<Integer>> offer =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Invitation>> invitation =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  SwitchesViewModel(ServerViewModel server, ServerControl control, Background background) {
    this.server = server;
    this.control = control;
    this.background = background;
    reach = new ReadOnlyObjectWrapper<>(control.reach());
    busy = working.or(server.phaseProperty().isEqualTo(ServerPhase.STARTING));
    network.addListener((property, before, now) -> networkSwitched(now));
    server.addressProperty().subscribe(this::addressChanged);
  }

  /// The port as it is typed.
  public StringProperty portProperty() {
    return port;
  }

  /// The port that the person last moved the server to, for the next start.
  public ObjectProperty<Optional<Integer>> chosenPortProperty() {
    return chosenPort;
  }

  /// Whether other machines are to reach the server.
  public BooleanProperty networkProperty() {
    return network;
  }

  /// Whether the person still has to say that other machines shall reach it.
  public ReadOnlyBooleanProperty askingProperty() {
    return asking.getReadOnlyProperty();
  }

  /// Whether something is being done, so that nothing else can be.
  public BooleanExpression busyProperty() {
    return busy;
  }

  /// Where the server listens, or would.
  public ReadOnlyObjectProperty<Reach> reachProperty() {
    return reach.getReadOnlyProperty();
  }

  /// Why nothing was changed, and what to do.
  public ReadOnlyObjectProperty<Sentence> mistakeProperty() {
    return mistake.getReadOnlyProperty();
  }

  /// A port that is free where the one that was typed is not.
  public ReadOnlyObjectProperty<Optional<Integer>> offerProperty() {
    return offer.getReadOnlyProperty();
  }

  /// What others need to come in, as long as they can.
  public ReadOnlyObjectProperty<Optional<Invitation>> invitationProperty() {
    return invitation.getReadOnlyProperty();
  }

  /// Starts the server, or starts it anew, at the port that was typed.
  public void start() {
    if (busy.get()) {
      return;
    }
    forgetMistake();
    portTyped()
        .ifPresentOrElse(
            number ->
                lookAt(new Reach(number, network.get() && !asking.get(), reach.get().token())),
            () -> mistake.set(Sentence.of("port.unfit", LAST_PORT)));
  }

  /// Takes the port that is offered.
  public void takeOffer() {
    offer.get().ifPresent(free -> port.set(String.valueOf(free)));
    start();
  }

  /// Stops the server; what is drawn is answered once it is back.
  public void stop() {
    if (busy.get()) {
      return;
    }
    forgetMistake();
    working.set(true);
    server.stopped();
    new BackgroundTask<Optional<Void>>(
            progress -> {
              control.stop();
              return Optional.empty();
            })
        .onSuccess(stopped -> done())
        .onFailure(this::failed)
        .startOn(background);
  }

  /// Yes, other machines shall reach it.
  public void openToNetwork() {
    asking.set(false);
    start();
  }

  /// No, they shall not.
  public void stayClosed() {
    network.set(false);
  }

  private void networkSwitched(boolean wanted) {
    boolean open = reach.get().network();
    asking.set(wanted && !open);
    if (!wanted && open && server.phaseProperty().get() == ServerPhase.ANSWERING) {
      start();
    }
  }

  private void lookAt(Reach wanted) {
    working.set(true);
    new BackgroundTask<>(progress -> control.freePort(wanted))
        .onSuccess(
            free -> {
              if (free == wanted.port()) {
                restart(wanted);
              } else {
                done();
                mistake.set(Sentence.of("port.taken", wanted.port(), free));
                offer.set(Optional.of(free));
              }
            })
        .onFailure(
            failure -> {
              done();
              mistake.set(Sentence.verbatim(String.valueOf(failure.getMessage())));
            })
        .startOn(background);
  }

  private void restart(Reach where) {
    boolean moves = where.port() != reach.get().port();
    server.starts();
    new BackgroundTask<>(progress -> control.start(where))
        .onSuccess(
            ready -> {
              if (moves) {
                chosenPort.set(Optional.of(where.port()));
              }
              started(ready);
            })
        .onFailure(this::failed)
        .startOn(background);
  }

  private void started(ServerReady ready) {
    done();
    server.answers(ready);
  }

  private void failed(Throwable failure) {
    done();
    server.failed(failure);
  }

  private void done() {
    working.set(false);
    standAsItIs();
  }

  /// Whatever was wanted.
  private void standAsItIs() {
    Reach now = control.reach();
    reach.set(now);
    network.set(now.network());
  }

  private void forgetMistake() {
    mistake.set(Sentence.NONE);
    offer.set(Optional.empty());
  }

  /// The port that was typed stays while the server is on its way there.
  private void addressChanged(Optional<URI> address) {
    invitation.set(Optional.empty());
    if (address.isPresent() || port.get().isEmpty()) {
      standAsItIs();
      port.set(String.valueOf(reach.get().port()));
    }
    if (address.isPresent()) {
      reach.get().shownToken().ifPresent(token -> invite(address, token));
    }
  }

  private void invite(Optional<URI> address, String token) {
    new BackgroundTask<List<URI>>(progress -> control.addresses())
        .onSuccess(
            found -> {
              if (server.addressProperty().get().equals(address)) {
                invitation.set(Optional.of(new Invitation(found, token)));
              }
            })
        .startOn(background);
  }

  /// A number is all that a port can be; 0 would be any.
  private Optional<Integer> portTyped() {
    try {
      return Optional.of(Integer.parseInt(port.get().strip()))
          .filter(number -> number > 0 && number <= LAST_PORT);
    } catch (NumberFormatException noNumber) {
      return Optional.empty();
    }
  }
}
