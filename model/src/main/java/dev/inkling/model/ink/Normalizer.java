package dev.inkling.model.ink;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/// Finds the ink in a picture of any kind and frames it as MNIST is framed, so that a network need
/// only know digits: not where they were drawn, how large, with what, on what, in which light.
///
/// The steps, each a class of its own with its reasons: what frames the sheet is cut off
/// ([Frame]), the paper's light is found everywhere ([Paper], [Closing]), what differs from it on
/// the ink's side is ink, pale strokes beside dark ones too ([PaleInk]); rulings ([RuledLines]),
/// specks and boxes ([Blobs], [Writing]) go; the pen's width is brought to what MNIST has, and
/// hairlines to what can be seen ([PenWidth], [StrokeWidth]); the rest is scaled and centred
/// ([Framing]).
///
/// All of it works on at most 160 x 160 pixels. Sums run in a fixed order and use nothing but
/// arithmetic and square roots, which Java defines to the last bit, so every platform gives the
/// same glyph.
public record Normalizer() implements Preprocessing {
  static final String NAME = "normalize";

  @Override
  public Preprocessed preprocess(Picture picture) {
    var removed = EnumSet.noneOf(Steps.Removal.class);
    InkSearch.Found found = InkSearch.in(Raster.of(picture), InkSearch.Sought.DIGIT, removed);
    PenWidth.Redrawn usual = PenWidth.usual(found.ink(), found.isClean());
    Framing.Framed framed = Framing.of(usual.ink());
    var steps =
        new Steps(
            NAME,
            picture.width(),
            picture.height(),
            found.box().asCrop(),
            found.inkIsDarker(),
            List.copyOf(removed),
            Optional.of(
                new Steps.Pen(
                    usual.widthBefore() * found.factor(), usual.widthNow() * found.factor())),
            found.placement().then(usual.placement()).then(framed.placement()));
    return new Preprocessed(framed.glyph(), steps);
  }

  @Override
  public String name() {
    return NAME;
  }
}
