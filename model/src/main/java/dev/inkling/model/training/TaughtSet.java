package dev.inkling.model.training;

import dev.inkling.model.NoInk;
import dev.inkling.model.data.Samples;
import dev.inkling.model.ink.Glyph;
import dev.inkling.model.ink.Preprocessing;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;

/// Drawings to learn from, and others of the same people's, or of other people's, to see by whether
/// it helped.
///
/// @param learned what the network learns from
/// @param heldOut what it never sees while it learns; may be empty
/// @param how they were told apart, for people
record TaughtSet(Samples learned, Samples heldOut, String how) {
  /// With as many people, one of them can be kept for the end.
  private static final int ENOUGH_PEOPLE = 3;

  /// Every so-manieth drawing is held out.
  private static final int ONE_OF = 5;

  /// With fewer, each is needed to learn from.
  private static final int ENOUGH = 5;

  /// Takes apart what has ink in it.
  ///
  /// @param preprocessing of the network that is to learn
  static TaughtSet of(List<TaughtDrawing> drawings, Preprocessing preprocessing) {
    List<String> people = drawings.stream().map(TaughtDrawing::person).distinct().sorted().toList();
    boolean byPerson = people.size() >= ENOUGH_PEOPLE;
    boolean some = drawings.size() >= ENOUGH;
    int apart = (people.size() + ONE_OF - 1) / ONE_OF;
    List<String> away = byPerson ? people.subList(people.size() - apart, people.size()) : List.of();
    var learned = new Collected(preprocessing);
    var heldOut = new Collected(preprocessing);
    for (int i = 0; i < drawings.size(); i++) {
      TaughtDrawing drawing = drawings.get(i);
      boolean isAway =
          byPerson ? away.contains(drawing.person()) : some && i % ONE_OF == ONE_OF - 1;
      (isAway ? heldOut : learned).add(drawing);
    }
    return new TaughtSet(
        learned.samples(),
        heldOut.samples(),
        byPerson
            ? "%d of %d people held out".formatted(apart, people.size())
            : some ? "every fifth drawing held out" : "too few drawings to hold any out");
  }

  private static final class Collected {
    private final Preprocessing preprocessing;
    private final List<Glyph> glyphs = new ArrayList<>();
    private final List<Integer> digits = new ArrayList<>();

    Collected(Preprocessing preprocessing) {
      this.preprocessing = preprocessing;
    }

    void add(TaughtDrawing drawing) {
      try {
        glyphs.add(preprocessing.apply(drawing.picture()));
        digits.add(drawing.digit().orElse(Samples.NO_DIGIT));
      } catch (NoInk blank) {
        // There is nothing to learn from bare paper.
      }
    }

    Samples samples() {
      var ink = FloatBuffer.allocate(glyphs.size() * Glyph.PIXELS);
      glyphs.forEach(glyph -> ink.put(glyph.ink()));
      var labels = new byte[digits.size()];
      for (int i = 0; i < labels.length; i++) {
        labels[i] = digits.get(i).byteValue();
      }
      return RehearsalChoice.samples(ink.array(), labels);
    }
  }
}
