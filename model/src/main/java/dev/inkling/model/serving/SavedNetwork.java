package dev.inkling.model.serving;

import dev.inkling.model.ink.Glyph;
import dev.inkling.model.network.Computation;
import dev.inkling.model.network.Network;
import dev.inkling.model.network.Weight;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tensorflow.SavedModelBundle;
import org.tensorflow.Signature;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.types.TFloat32;

/// A loaded SavedModel's graph: glyphs in, numbers out, a batch at a time. Many threads may ask it
/// at once.
final class SavedNetwork implements AutoCloseable {
  /// The input of every signature, [batch, 28, 28], ink 1 on 0.
  static final String INPUT = "glyph";

  /// The default signature's output, [batch, 10].
  static final String PROBABILITIES = "probabilities";

  /// A second output, one value a glyph, of networks that were shown other things than digits too.
  static final String DIGITNESS = "digitness";

  /// The saliency signature's output, [batch, 28, 28].
  static final String GRADIENT = "gradient";

  /// What the network says of one glyph.
  record Answer(float[] probabilities, double digitness) {}

  /// From which tensor to which.
  private record Way(String input, String output) {}

  private static final int DIGITS = 10;

  private final SavedModelBundle bundle;
  private final String input;
  private final String probabilities;
  private final Optional<String> digitness;
  private final Optional<Way> saliency;

  private SavedNetwork(SavedModelBundle bundle) {
    this.bundle = bundle;
    Signature signature = bundle.function(Signature.DEFAULT_KEY).signature();
    this.input = tensorName(signature.getInputs().get(INPUT), INPUT);
    this.probabilities = tensorName(signature.getOutputs().get(PROBABILITIES), PROBABILITIES);
    this.digitness =
        Optional.ofNullable(signature.getOutputs().get(DIGITNESS)).map(tensor -> tensor.name);
    this.saliency =
        bundle.signatures().stream()
            .filter(other -> other.key().equals(ModelSignature.SALIENCY))
            .findFirst()
            .map(
                other ->
                    new Way(
                        tensorName(other.getInputs().get(INPUT), INPUT),
                        tensorName(other.getOutputs().get(GRADIENT), GRADIENT)));
  }

  /// @throws IllegalArgumentException if its default signature is not of Inkling's shape
  static SavedNetwork load(Path folder, ConfigProto options) {
    SavedModelBundle bundle =
        SavedModelBundle.loader(folder.toString()).withConfigProto(options).load();
    try {
      return new SavedNetwork(bundle);
    } catch (RuntimeException unfit) {
      bundle.close();
      throw unfit;
    }
  }

  /// The values of the variables of a network that was exported by [SavedModelWriter].
  ///
  /// @throws IllegalArgumentException if it has other variables
  static Map<String, float[]> weights(Path folder, Network network) {
    var values = new LinkedHashMap<String, float[]>();
    try (var bundle = SavedModelBundle.load(folder.toString())) {
      for (Weight weight : network.readingWeights()) {
        try (var value = bundle.session().runner().fetch(weight.name()).run()) {
          var tensor = (TFloat32) value.get(0);
          if (tensor.size() != weight.size()) {
            throw new IllegalArgumentException(weight + " has %d values".formatted(tensor.size()));
          }
          values.put(weight.name(), values(tensor, weight.size()));
        }
      }
    }
    return values;
  }

  /// Reads all glyphs in one run, in order.
  List<Answer> read(List<Glyph> glyphs) {
    var answers = new ArrayList<Answer>(glyphs.size());
    try (TFloat32 batch = batch(glyphs)) {
      var runner = bundle.session().runner().feed(input, batch).fetch(probabilities);
      digitness.ifPresent(runner::fetch);
      try (var result = Computation.run(runner)) {
        float[] all = values((TFloat32) result.get(0), glyphs.size() * DIGITS);
        float @Nullable [] digits =
            digitness.isPresent() ? values((TFloat32) result.get(1), glyphs.size()) : null;
        for (int i = 0; i < glyphs.size(); i++) {
          answers.add(new Answer(part(all, i, DIGITS), digits == null ? 1 : digits[i]));
        }
      }
    }
    return answers;
  }

  /// Whether it can tell digits from everything else.
  boolean tellsDigits() {
    return digitness.isPresent();
  }

  /// How much each pixel of each glyph mattered; empty if the model has no such signature.
  Optional<List<Saliency>> saliency(List<Glyph> glyphs) {
    return saliency.map(way -> saliency(way, glyphs));
  }

  private List<Saliency> saliency(Way way, List<Glyph> glyphs) {
    var saliencies = new ArrayList<Saliency>(glyphs.size());
    try (TFloat32 batch = batch(glyphs);
        var result =
            Computation.run(bundle.session().runner().feed(way.input, batch).fetch(way.output))) {
      float[] all = values((TFloat32) result.get(0), glyphs.size() * Glyph.PIXELS);
      for (int i = 0; i < glyphs.size(); i++) {
        saliencies.add(new Saliency(part(all, i, Glyph.PIXELS)));
      }
    }
    return saliencies;
  }

  List<ModelSignature> signatures() {
    return bundle.signatures().stream().map(ModelSignature::of).toList();
  }

  @Override
  public void close() {
    bundle.close();
  }

  private static TFloat32 batch(List<Glyph> glyphs) {
    return TFloat32.tensorOf(
        Shape.of(glyphs.size(), Glyph.SIDE, Glyph.SIDE),
        tensor -> {
          var ink = tensor.asRawTensor().data().asFloats();
          for (int i = 0; i < glyphs.size(); i++) {
            ink.offset((long) i * Glyph.PIXELS).write(glyphs.get(i).ink());
          }
        });
  }

  private static float[] values(TFloat32 tensor, int count) {
    var values = new float[count];
    tensor.asRawTensor().data().asFloats().read(values);
    return values;
  }

  private static float[] part(float[] all, int index, int length) {
    var part = new float[length];
    System.arraycopy(all, index * length, part, 0, length);
    return part;
  }

  private static String tensorName(Signature.@Nullable TensorDescription tensor, String name) {
    if (tensor == null) {
      throw new IllegalArgumentException("its signature has no '" + name + "'");
    }
    return tensor.name;
  }
}
