package dev.inkling.model.serving;

import dev.inkling.model.InklingException;
import dev.inkling.model.ModelUnusable;
import dev.inkling.model.ink.Glyph;
import dev.inkling.model.ink.NumberLine;
import dev.inkling.model.ink.NumberLines;
import dev.inkling.model.ink.Picture;
import dev.inkling.model.ink.PictureDecoder;
import dev.inkling.model.ink.Point;
import dev.inkling.model.ink.Preprocessed;
import dev.inkling.model.ink.Preprocessing;
import dev.inkling.model.network.FirstSession;
import dev.inkling.model.serving.SavedNetwork.Answer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.tensorflow.exceptions.TensorFlowException;
import org.tensorflow.proto.ConfigProto;

/// A loaded SavedModel with its preprocessing. Many threads may ask it at once.
///
/// The session computes in the caller's own thread (one thread inside an operation, none between
/// operations): for one glyph that is 2.6 times faster than TensorFlow's pools and far more even,
/// and the server decides how many threads ask.
public final class Classifier implements AutoCloseable {
  static final ConfigProto IN_THE_CALLERS_THREAD =
      ConfigProto.newBuilder()
          .setIntraOpParallelismThreads(1)
          .setInterOpParallelismThreads(-1)
          .build();

  private final PictureDecoder decoder = new PictureDecoder();
  private final ModelCard card;
  private final Preprocessing preprocessing;
  private final SavedNetwork network;

  private Classifier(ModelCard card, Preprocessing preprocessing, SavedNetwork network) {
    this.card = card;
    this.preprocessing = preprocessing;
    this.network = network;
  }

  /// Loads the model in that folder, checks it, and asks it once: the first answer takes
  /// TensorFlow a thousand times longer than the next.
  ///
  /// @throws ModelUnusable naming the file and what is wrong with it
  static Classifier load(Path versionFolder) {
    var folder = new ModelFolder(versionFolder);
    ModelCard card = folder.card();
    folder.verify(card);
    Preprocessing preprocessing =
        Preprocessing.named(card.preprocessing())
            .orElseThrow(
                () ->
                    new ModelUnusable(
                        "The model card %s asks for the preprocessing '%s', which this version of Inkling does not know."
                            .formatted(
                                versionFolder.resolve(ModelFolder.CARD), card.preprocessing())));
    Path graph = versionFolder.resolve(ModelFolder.GRAPH);
    FirstSession.toRead(IN_THE_CALLERS_THREAD);
    try {
      SavedNetwork network = SavedNetwork.load(versionFolder, IN_THE_CALLERS_THREAD);
      try {
        var classifier = new Classifier(card, preprocessing, network);
        classifier.classify(new Glyph(new float[Glyph.PIXELS]));
        return classifier;
      } catch (RuntimeException unfit) {
        network.close();
        throw unfit;
      }
    } catch (ModelUnusable unfit) {
      throw unfit;
    } catch (TensorFlowException | IllegalArgumentException | IllegalStateException broken) {
      throw new ModelUnusable(
          "TensorFlow can't load %s: %s".formatted(graph, broken.getMessage()), broken);
    }
  }

  /// Begins to load what every classifier needs, for who has other things to do before there is
  /// one. Whatever goes wrong will be told by the first that is loaded.
  ///
  /// @return done when it is over; a process that ends before may crash
  public static CompletableFuture<Void> prepare() {
    return CompletableFuture.runAsync(
            FirstSession::loadToRead, task -> Thread.ofPlatform().daemon().start(task))
        .exceptionally(failure -> null);
  }

  public ModelCard card() {
    return card;
  }

  /// Reads an uploaded picture.
  ///
  /// @param upload a PNG, JPEG or BMP file
  /// @throws InklingException if it is no picture, too large, or blank
  public Prediction predict(byte[] upload) {
    return explain(upload).prediction();
  }

  /// As [#predict(byte\[\])], and tells what the network saw.
  ///
  /// @param upload a PNG, JPEG or BMP file
  /// @throws InklingException if it is no picture, too large, or blank
  public Explanation explain(byte[] upload) {
    return explain(prepare(upload));
  }

  /// As [#explain(byte\[\])] of a picture that is decoded already.
  ///
  /// @throws InklingException if it is blank
  public Explanation explain(Picture picture) {
    return explain(prepare(picture, 0));
  }

  private Explanation explain(Prepared prepared) {
    return new Explanation(
        predict(List.of(prepared)).getFirst(), prepared.glyph(), prepared.steps());
  }

  /// Reads an uploaded picture as a whole, and the digits on it as a number.
  ///
  /// @param upload a PNG, JPEG or BMP file
  /// @param strokes where the pen went, each time that it touched the paper, in the picture's
  ///     pixels; empty where that is not known
  /// @throws InklingException if it is no picture, too large, or blank, or if there are too many
  ///     digits on it
  public NumberReading readNumber(byte[] upload, List<List<Point>> strokes) {
    long start = System.nanoTime();
    Picture picture = decoder.decode(upload);
    return readNumber(picture, strokes, millisSince(start));
  }

  /// As [#readNumber(byte\[\], List)] of a picture that is decoded already.
  ///
  /// @throws InklingException if it is blank, or if there are too many digits on it
  public NumberReading readNumber(Picture picture, List<List<Point>> strokes) {
    return readNumber(picture, strokes, 0);
  }

  /// The network reads the picture as a whole, and whatever on it is likely to be a digit.
  private NumberReading readNumber(Picture picture, List<List<Point>> strokes, double decode) {
    long start = System.nanoTime();
    Preprocessed whole = preprocessing.preprocess(picture);
    List<NumberLine> lines = NumberLines.in(picture, strokes);
    double preprocess = millisSince(start);
    start = System.nanoTime();
    Answer answer = network.read(List.of(whole.glyph())).getFirst();
    var reader = new LineReader(this::classify, card.thresholds());
    var number = new WrittenNumber(lines.stream().map(reader::read).toList());
    double infer = millisSince(start);
    var timings = new Timings(decode, preprocess, infer, decode + preprocess + infer);
    return new NumberReading(
        new Explanation(prediction(answer, timings), whole.glyph(), whole.steps()), number);
  }

  /// Finds in an uploaded picture what the network is to see, and doesn't ask it yet.
  ///
  /// @param upload a PNG, JPEG or BMP file
  /// @throws InklingException if it is no picture, too large, or blank
  public Prepared prepare(byte[] upload) {
    long start = System.nanoTime();
    return decoder.lend(upload, picture -> prepare(picture, millisSince(start)));
  }

  private Prepared prepare(Picture picture, double decode) {
    long start = System.nanoTime();
    Preprocessed preprocessed = preprocessing.preprocess(picture);
    return new Prepared(preprocessed.glyph(), preprocessed.steps(), decode, millisSince(start));
  }

  /// Reads many pictures in one run of the network, in order. The run's time is shared out evenly.
  public List<Prediction> predict(List<Prepared> batch) {
    if (batch.isEmpty()) {
      return List.of();
    }
    long start = System.nanoTime();
    List<Answer> answers = network.read(batch.stream().map(Prepared::glyph).toList());
    double infer = millisSince(start) / batch.size();
    var predictions = new ArrayList<Prediction>(batch.size());
    for (int i = 0; i < batch.size(); i++) {
      Prepared prepared = batch.get(i);
      double total = prepared.decode() + prepared.preprocess() + infer;
      predictions.add(
          prediction(
              answers.get(i), new Timings(prepared.decode(), prepared.preprocess(), infer, total)));
    }
    return predictions;
  }

  /// Reads a glyph that is framed already.
  public Prediction classify(Glyph glyph) {
    return classify(List.of(glyph)).getFirst();
  }

  /// Reads many glyphs that are framed already in one run of the network, in order.
  public List<Prediction> classify(List<Glyph> glyphs) {
    return predict(glyphs.stream().map(Prepared::framed).toList());
  }

  /// Whether the model can tell digits from everything else; where it can't, every
  /// [Prediction#digitness()] is 1.
  public boolean tellsDigits() {
    return network.tellsDigits();
  }

  /// On which pixels the answer to each glyph hangs; empty if the model can't tell, as those that
  /// were written before it could be asked.
  public Optional<List<Saliency>> saliency(List<Glyph> glyphs) {
    return network.saliency(glyphs);
  }

  /// What each bit of the glyph's ink says for or against that digit. The network reads the glyph
  /// once for each bit: that takes as long as a large batch.
  ///
  /// @param digit 0 to 9
  public Evidence evidence(Glyph glyph, int digit) {
    return Erasing.from(
        glyph, digit, glyphs -> network.read(glyphs).stream().map(Answer::probabilities).toList());
  }

  /// The ways to ask the model, as its files describe them.
  public List<ModelSignature> signatures() {
    return network.signatures();
  }

  private Prediction prediction(Answer answer, Timings timings) {
    float[] probabilities = answer.probabilities();
    int digit = 0;
    List<Double> all = new ArrayList<>(probabilities.length);
    for (int i = 0; i < probabilities.length; i++) {
      all.add((double) probabilities[i]);
      digit = probabilities[i] > probabilities[digit] ? i : digit;
    }
    double confidence = probabilities[digit];
    return new Prediction(
        digit,
        confidence,
        all,
        answer.digitness(),
        card.thresholds().verdict(confidence, answer.digitness()),
        card.id(),
        timings);
  }

  @Override
  public void close() {
    network.close();
  }

  private static double millisSince(long start) {
    return (System.nanoTime() - start) / 1e6;
  }
}
