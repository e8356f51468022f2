package dev.inkling.model.serving;

import dev.inkling.model.ink.Candidate;
import dev.inkling.model.ink.Glyph;
import dev.inkling.model.network.Computation;
import dev.inkling.model.network.Network;
import dev.inkling.model.network.Scores;
import dev.inkling.model.network.SegmentNetwork;
import dev.inkling.model.network.Variables;
import dev.inkling.model.network.WeightsFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/// The [SegmentNetwork] that comes with Inkling, for all models and threads: it is loaded when the
/// first number is read, and stays.
final class SegmentReader {
  private static final String WEIGHTS = "segments.weights.gz";
  private static final int DIGITS = 10;

  private final Session session;
  private final Placeholder<TFloat32> glyphs;
  private final Operand<TFloat32> digits;
  private final Operand<TFloat32> whole;

  /// What it says of a segment.
  ///
  /// @param whole how probable it is that this is one whole digit and nothing else
  /// @param digits how probable each digit is then
  record Judgement(double whole, float[] digits) {}

  private static final class Loaded {
    private static final SegmentReader READER = new SegmentReader();

    private Loaded() {}
  }

  private SegmentReader() {
    Network network = new SegmentNetwork();
    var graph = new Graph();
    session = new Session(graph, Classifier.IN_THE_CALLERS_THREAD);
    Ops tf = Ops.create(graph);
    glyphs =
        tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1, Glyph.SIDE, Glyph.SIDE)));
    Variables variables = Variables.declare(tf, network.readingWeights());
    Scores scores = network.scores(tf, glyphs, variables.operands());
    digits = tf.nn.softmax(scores.digits());
    whole = tf.math.sigmoid(scores.digitness().orElseThrow());
    variables.assign(session, weights());
  }

  static SegmentReader shared() {
    return Loaded.READER;
  }

  private static Map<String, float[]> weights() {
    try (InputStream file =
        Objects.requireNonNull(SegmentReader.class.getResourceAsStream(WEIGHTS))) {
      return WeightsFile.read(file);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /// Reads all in one run, in order.
  List<Judgement> read(List<Candidate> candidates) {
    int count = candidates.size();
    var ink = new float[count * Glyph.PIXELS];
    for (int i = 0; i < count; i++) {
      float[] values = candidates.get(i).segment().glyph().ink();
      System.arraycopy(values, 0, ink, i * Glyph.PIXELS, Glyph.PIXELS);
    }
    try (TFloat32 batch =
            TFloat32.tensorOf(
                Shape.of(count, Glyph.SIDE, Glyph.SIDE), DataBuffers.of(ink, true, false));
        var result =
            Computation.run(session.runner().feed(glyphs, batch).fetch(digits).fetch(whole))) {
      var ofDigits = new float[count * DIGITS];
      ((TFloat32) result.get(0)).asRawTensor().data().asFloats().read(ofDigits);
      var ofWhole = new float[count];
      ((TFloat32) result.get(1)).asRawTensor().data().asFloats().read(ofWhole);
      var judgements = new ArrayList<Judgement>(count);
      for (int i = 0; i < count; i++) {
        var row = new float[DIGITS];
        System.arraycopy(ofDigits, i * DIGITS, row, 0, DIGITS);
        judgements.add(new Judgement(ofWhole[i], row));
      }
      return judgements;
    }
  }
}
