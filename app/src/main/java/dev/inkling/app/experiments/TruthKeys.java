package dev.inkling.app.experiments;

import java.util.Locale;
import java.util.OptionalInt;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;

/// The keys that say what is on the paper: a digit, or N for none. They go by what is typed, so a
/// number pad does as well.
public final class TruthKeys {
  private TruthKeys() {}

  /// Lets the scene listen to them, but for where somebody writes; in a guided session it is known
  /// what is on the paper.
  public static void listen(Scene scene, ExperimentsViewModel viewModel) {
    scene.addEventHandler(
        KeyEvent.KEY_TYPED,
        event -> {
          boolean free =
              !event.isShortcutDown()
                  && !event.isAltDown()
                  && !(event.getTarget() instanceof TextInputControl)
                  && viewModel.session().promptProperty().get().isEmpty();
          if (free) {
            typed(event.getCharacter().toLowerCase(Locale.ROOT), viewModel.recording());
          }
        });
  }

  private static void typed(String character, RecordingViewModel recording) {
    if (character.equals("n")) {
      recording.record(OptionalInt.empty());
    } else if (character.length() == 1
        && character.charAt(0) >= '0'
        && character.charAt(0) <= '9') {
      recording.record(OptionalInt.of(character.charAt(0) - '0'));
    }
  }
}
