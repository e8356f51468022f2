package dev.inkling.app.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.app.background.Background;
import dev.inkling.app.background.ManualBackground;
import dev.inkling.app.server.Reach;
import dev.inkling.app.server.ServerPhase;
import dev.inkling.app.server.ServerReady;
import dev.inkling.app.server.ServerViewModel;
import dev.inkling.app.texts.Language;
import dev.inkling.app.texts.Sentence;
import dev.inkling.app.texts.Texts;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SwitchesViewModelTest {
  private static final ServerReady READY =
      new ServerReady(URI.create("http://127.0.0.1:8000"), Sentence.NONE);

  private final CompletableFuture<ServerReady> begun = new CompletableFuture<>();
  private final Texts texts = new Language().of(SwitchesViewModel.class);
  private final ServerViewModel server =
      new ServerViewModel(
          begun,
          page -> CompletableFuture.failedStage(new Exception()),
          Runnable::run,
          new Language());
  private final TestEndpoint control = new TestEndpoint();
  private final SwitchesViewModel switches =
      new SwitchesViewModel(server, control, new Background(Runnable::run, Runnable::run));

  @Test
  void nothingIsSwitchedWhileTheServerIsOnItsWay() {
    assertThat(switches.busyProperty().get()).isTrue();
    switches.start();
    switches.stop();
    assertThat(control.done).isEmpty();

    begun.complete(READY);

    assertThat(switches.busyProperty().get()).isFalse();
    assertThat(switches.portProperty().get()).isEqualTo("8000");
  }

  @Test
  void aStoppedServerIsNoProblemAndCanBeStarted() {
    begun.complete(READY);

    switches.stop();

    assertThat(server.captionProperty().get()).isEqualTo("The server is stopped");
    assertThat(server.problemProperty().get()).isEmpty();
    assertThat(server.addressProperty().get()).isEmpty();
    assertThat(server.phaseProperty().get().canStart()).isTrue();

    switches.start();

    assertThat(server.phaseProperty().get()).isEqualTo(ServerPhase.ANSWERING);
    assertThat(control.done).containsExactly("stop", "start 8000");
    assertThat(switches.chosenPortProperty().get()).as("it only was where it was").isEmpty();
  }

  @Test
  void itMovesToAnotherPort() {
    begun.complete(READY);

    switches.portProperty().set(" 8123 ");
    switches.start();

    assertThat(server.captionProperty().get()).isEqualTo("http://127.0.0.1:8123");
    assertThat(switches.reachProperty().get().port()).isEqualTo(8123);
    assertThat(switches.chosenPortProperty().get()).contains(8123);
  }

  @Test
  void whereAPortIsTakenAllStaysAsItIsAndTheNextIsOffered() {
    begun.complete(READY);

    switches.portProperty().set(String.valueOf(TestEndpoint.TAKEN));
    switches.start();

    assertThat(mistake()).isEqualTo("Another program has port 8080. Port 8081 is free.");
    assertThat(switches.offerProperty().get()).hasValue(8081);
    assertThat(server.addressProperty().get()).hasValue(READY.address());
    assertThat(control.done).isEmpty();

    switches.takeOffer();

    assertThat(server.captionProperty().get()).isEqualTo("http://127.0.0.1:8081");
    assertThat(mistake()).isEmpty();
    assertThat(switches.offerProperty().get()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "-1", "65536", "http", "80 80", "99999999999"})
  void whatIsNoPortIsToldWhatOneIs(String typed) {
    begun.complete(READY);

    switches.portProperty().set(typed);
    switches.start();

    assertThat(mistake()).isEqualTo("A port is a number from 1 to 65535.");
    assertThat(control.done).isEmpty();
  }

  @Test
  void whatKeepsItFromBeingReachedIsSaidAndItGoesOn() {
    begun.complete(READY);

    switches.portProperty().set("1");
    switches.start();

    assertThat(mistake()).isEqualTo("There is no token to be had.");
    assertThat(server.phaseProperty().get()).isEqualTo(ServerPhase.ANSWERING);
    assertThat(switches.busyProperty().get()).isFalse();
  }

  @Test
  void whatKeepsItFromStartingIsSaidAndItCanBeStartedAgain() {
    begun.complete(READY);

    switches.portProperty().set(String.valueOf(TestEndpoint.FORBIDDEN));
    switches.start();

    assertThat(server.captionProperty().get()).isEqualTo("No server");
    assertThat(server.problemProperty().get()).contains("Port 80 is for the administrator");
    assertThat(server.addressProperty().get()).isEmpty();

    switches.portProperty().set("8000");
    switches.start();

    assertThat(server.problemProperty().get()).isEmpty();
    assertThat(server.phaseProperty().get()).isEqualTo(ServerPhase.ANSWERING);
  }

  @Test
  void otherMachinesAreLetInOnlyByAPersonWhoSaysItTwice() {
    begun.complete(READY);

    switches.networkProperty().set(true);

    assertThat(switches.askingProperty().get()).isTrue();
    assertThat(control.done).isEmpty();
    assertThat(switches.invitationProperty().get()).isEmpty();

    switches.openToNetwork();

    assertThat(control.done).containsExactly("start 8000 for all");
    assertThat(switches.askingProperty().get()).isFalse();
    assertThat(switches.networkProperty().get()).isTrue();
    Invitation invitation = switches.invitationProperty().get().orElseThrow();
    assertThat(invitation.token()).isEqualTo(TestEndpoint.TOKEN);
    assertThat(invitation.addresses())
        .containsExactly(URI.create("http://192.168.1.5:8000"), URI.create("http://10.0.0.5:8000"));
  }

  @Test
  void whoThinksBetterOfItStaysAlone() {
    begun.complete(READY);
    switches.networkProperty().set(true);

    switches.stayClosed();

    assertThat(switches.askingProperty().get()).isFalse();
    assertThat(switches.networkProperty().get()).isFalse();
    assertThat(control.done).isEmpty();
  }

  @Test
  void anotherPortIsNoYesToTheNetwork() {
    begun.complete(READY);
    switches.networkProperty().set(true);

    switches.portProperty().set("8123");
    switches.start();

    assertThat(control.done).containsExactly("start 8123");
    assertThat(switches.networkProperty().get()).isFalse();
    assertThat(switches.askingProperty().get()).isFalse();
  }

  @Test
  void switchedOffItIsThisMachinesAloneAtOnce() {
    begun.complete(READY);
    switches.networkProperty().set(true);
    switches.openToNetwork();

    switches.networkProperty().set(false);

    assertThat(control.done).containsExactly("start 8000 for all", "start 8000");
    assertThat(switches.invitationProperty().get()).isEmpty();
  }

  @Test
  void whatIsStoppedIsNotStartedByClosingItToTheNetwork() {
    begun.complete(READY);
    switches.networkProperty().set(true);
    switches.openToNetwork();
    switches.stop();

    switches.networkProperty().set(false);
    assertThat(control.done).containsExactly("start 8000 for all", "stop");

    switches.start();
    assertThat(control.done.getLast()).isEqualTo("start 8000");
  }

  @Test
  void anInvitationThatComesTooLateIsNotShown() {
    var manual = new ManualBackground();
    var slow = new SwitchesViewModel(server, control, manual.background());
    control.start(new Reach(8000, true, Optional.empty()));
    begun.complete(READY);
    slow.stop();
    while (manual.waiting() > 0) {
      manual.doNext();
    }

    assertThat(slow.invitationProperty().get()).isEmpty();
  }

  @Test
  void oneThingIsDoneAtATime() {
    begun.complete(READY);
    var manual = new ManualBackground();
    var slow = new SwitchesViewModel(server, control, manual.background());

    slow.stop();
    slow.start();
    slow.stop();
    assertThat(slow.busyProperty().get()).isTrue();
    assertThat(manual.waiting()).isEqualTo(1);
    manual.doNext();

    assertThat(control.done).containsExactly("stop");
    assertThat(slow.busyProperty().get()).isFalse();
  }

  private String mistake() {
    return switches.mistakeProperty().get().in(texts);
  }
}
