package dev.inkling.api;

import dev.inkling.model.ink.DrawingRenderer;
import dev.inkling.model.ink.Glyph;
import dev.inkling.model.ink.ScriptedHand;
import dev.inkling.model.serving.Classifier;
import dev.inkling.model.serving.ShippedModels;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// A scripted digit in each form in which the protocols take it.
record GlyphJson(byte[] png, Glyph glyph) {
  static GlyphJson of(int digit) {
    byte[] png = new DrawingRenderer().png(ScriptedHand.draw(digit));
    try (Classifier robust = ShippedModels.store().load("robust")) {
      return new GlyphJson(png, robust.prepare(png).glyph());
    }
  }

  float[] flat() {
    return glyph.ink();
  }

  List<List<Float>> rows() {
    return IntStream.range(0, Glyph.SIDE).mapToObj(this::row).toList();
  }

  List<List<List<Float>>> rowsWithChannel() {
    return rows().stream().map(row -> row.stream().map(List::of).toList()).toList();
  }

  private List<Float> row(int y) {
    return IntStream.range(0, Glyph.SIDE).mapToObj(x -> glyph.ink()[y * Glyph.SIDE + x]).toList();
  }

  Map<String, String> picture() {
    return Map.of("b64", Base64.getEncoder().encodeToString(png));
  }
}
