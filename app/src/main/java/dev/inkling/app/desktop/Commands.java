package dev.inkling.app.desktop;

import dev.inkling.app.texts.Texts;
import java.util.EnumMap;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringExpression;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Scene;
import javafx.scene.control.Control;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyCombination.ModifierValue;

/// What each [Command] does in this window, and when it can.
final class Commands {
  private record Action(Runnable work, ObservableBooleanValue possible) {}

  private final Map<Command, Action> actions = new EnumMap<>(Command.class);
  private final ObservableBooleanValue always = new ReadOnlyBooleanWrapper(true);
  private final Texts texts;

  Commands(Texts texts) {
    this.texts = texts;
  }

  /// That command does this.
  Commands on(Command command, Runnable work) {
    return on(command, work, always);
  }

  /// That command does this as long as it is possible.
  Commands on(Command command, Runnable work, ObservableBooleanValue possible) {
    actions.put(command, new Action(work, possible));
    return this;
  }

  /// Does it, by whichever way it was asked for.
  void run(Command command) {
    Action action = action(command);
    if (action.possible.get()) {
      action.work.run();
    }
  }

  /// Lets the scene listen to all keys.
  void listen(Scene scene) {
    for (Command command : Command.values()) {
      command.keys().forEach(keys -> scene.getAccelerators().put(keys, () -> run(command)));
    }
  }

  /// The command as an item of a menu.
  MenuItem item(Command command) {
    var item = new MenuItem();
    item.setId(command.id());
    item.textProperty().bind(texts.bound(command.id()));
    item.disableProperty().bind(Bindings.not(action(command).possible));
    item.setOnAction(event -> run(command));
    command.keys().stream().limit(1).filter(Commands::menuMayTake).forEach(item::setAccelerator);
    return item;
  }

  /// Lets a control of this command say what it does, and by which keys it is done as well.
  void explain(Command command, Control control) {
    StringExpression name = texts.bound(command.id());
    var tooltip = new Tooltip();
    tooltip
        .textProperty()
        .bind(Bindings.concat(name, "  ", command.keys().getFirst().getDisplayText()));
    control.setTooltip(tooltip);
    control.accessibleTextProperty().bind(name);
  }

  private Action action(Command command) {
    Action action = actions.get(command);
    if (action == null) {
      throw new IllegalStateException("Nobody said what %s does".formatted(command));
    }
    return action;
  }

  /// macOS gives the keys of its menus to nobody else: Delete alone would clear the paper while
  /// somebody mends a word.
  private static boolean menuMayTake(KeyCombination keys) {
    return !System.getProperty("os.name", "").startsWith("Mac")
        || (keys instanceof KeyCodeCombination combination
            && combination.getShortcut() == ModifierValue.DOWN);
  }
}
