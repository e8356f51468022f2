package dev.inkling.app.draw;

import dev.inkling.model.ink.Drawing;
import java.util.ArrayDeque;
import java.util.Deque;

/// Every state that the drawing has been in, without limit. Drawings are immutable and share their
/// strokes, so a step costs a list of references and no pixels.
final class History {
  private final Deque<Drawing> past = new ArrayDeque<>();
  private final Deque<Drawing> future = new ArrayDeque<>();
  private Drawing present;

  History(Drawing present) {
    this.present = present;
  }

  Drawing present() {
    return present;
  }

  /// Takes one step; what was undone before it can no longer be redone.
  void add(Drawing next) {
    past.push(present);
    future.clear();
    present = next;
  }

  boolean canUndo() {
    return !past.isEmpty();
  }

  boolean canRedo() {
    return !future.isEmpty();
  }

  /// One step back; nothing at the beginning.
  void undo() {
    if (canUndo()) {
      future.push(present);
      present = past.pop();
    }
  }

  /// One step forth again; nothing at the end.
  void redo() {
    if (canRedo()) {
      past.push(present);
      present = future.pop();
    }
  }
}
