package dev.inkling.model.serving;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/// What a model is, what it was trained on and how well it does: enough to have every figure
/// again. Kept beside the SavedModel as `model-card.json`.
///
/// @param name lower-case, also the folder's
/// @param version 1 or more, also the folder's
/// @param description one sentence for people
/// @param architecture the network's layers
/// @param preprocessing by which name a picture becomes its glyph
/// @param temperature what the logits are divided by before they become probabilities, so that a
///     confidence of 0.9 is right in nine of ten cases; 1 where it was not calibrated
/// @param thresholds from which confidence on which verdict is given
/// @param provenance how it was made
/// @param figures how well it does
/// @param files SHA-256 of each of the model's files, by path within the folder
public record ModelCard(
    String name,
    int version,
    String description,
    String architecture,
    String preprocessing,
    double temperature,
    Thresholds thresholds,
    Provenance provenance,
    List<Figure> figures,
    Map<String, String> files) {
  public ModelCard {
    figures = List.copyOf(figures);
    files = new TreeMap<>(files);
  }

  public ModelId id() {
    return new ModelId(name, version);
  }

  /// The card of a version that was made from this one: what it reads, and from how sure on it
  /// answers, is the same.
  public ModelCard child(int next, String about, Provenance made) {
    return new ModelCard(
        name,
        next,
        about,
        architecture,
        preprocessing,
        temperature,
        thresholds,
        made,
        List.of(),
        Map.of());
  }

  /// The same model as another one's first version.
  ModelCard named(String other) {
    return new ModelCard(
        other,
        1,
        description,
        architecture,
        preprocessing,
        temperature,
        thresholds,
        provenance,
        figures,
        files);
  }

  ModelCard withFiles(Map<String, String> others) {
    return new ModelCard(
        name,
        version,
        description,
        architecture,
        preprocessing,
        temperature,
        thresholds,
        provenance,
        figures,
        others);
  }

  ModelCard withFigures(List<Figure> others) {
    return new ModelCard(
        name,
        version,
        description,
        architecture,
        preprocessing,
        temperature,
        thresholds,
        provenance,
        others,
        files);
  }

  /// From how sure a network is to its verdict.
  ///
  /// @param digit from this confidence on it is [Verdict#DIGIT], if it is a digit at all
  /// @param notADigit below this digitness it is [Verdict#NOT_A_DIGIT]; 0 when the model was never
  ///     shown anything else and can't tell
  public record Thresholds(double digit, double notADigit) {
    public Verdict verdict(double confidence, double digitness) {
      if (digitness < notADigit) {
        return Verdict.NOT_A_DIGIT;
      }
      return confidence < digit ? Verdict.UNSURE : Verdict.DIGIT;
    }
  }

  /// How a model was made.
  ///
  /// @param command that makes it again
  /// @param hyperparameters by name, the seed among them
  /// @param data what it was trained on
  /// @param software versions, by name
  /// @param trained the day, as year-month-day
  /// @param parent the version that it went on from, if it did not begin anew
  public record Provenance(
      String command,
      Map<String, Number> hyperparameters,
      List<DataSource> data,
      Map<String, String> software,
      String trained,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) Optional<Parent> parent) {
    public Provenance {
      hyperparameters = new TreeMap<>(hyperparameters);
      data = List.copyOf(data);
      software = new TreeMap<>(software);
    }
  }

  /// A version from which another one was made.
  ///
  /// @param files SHA-256 of each of its files
  public record Parent(String name, int version, Map<String, String> files) {
    public Parent {
      files = new TreeMap<>(files);
    }
  }

  /// Data that a model was trained on.
  ///
  /// @param part which of its samples
  /// @param sha256 of each unpacked file, by name
  public record DataSource(String name, String part, String licence, Map<String, String> sha256) {
    public DataSource {
      sha256 = new TreeMap<>(sha256);
    }
  }

  /// A share read right, with its 95 % interval.
  ///
  /// @param on which samples
  /// @param calibrationError how far, on average, the confidence lies from the share read right, 0
  ///     to 1; empty where that was not measured
  /// @param command that measures it again
  public record Figure(
      String on,
      int samples,
      double accuracy,
      double low,
      double high,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) OptionalDouble calibrationError,
      String command) {}
}
