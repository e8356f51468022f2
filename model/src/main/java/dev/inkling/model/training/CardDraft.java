package dev.inkling.model.training;

import dev.inkling.model.Inkling;
import dev.inkling.model.data.DataFile;
import dev.inkling.model.evaluation.Accuracy;
import dev.inkling.model.network.Network;
import dev.inkling.model.serving.ModelCard;
import dev.inkling.model.serving.ModelCard.DataSource;
import dev.inkling.model.serving.ModelCard.Figure;
import dev.inkling.model.serving.ModelCard.Parent;
import dev.inkling.model.serving.ModelCard.Provenance;
import dev.inkling.model.serving.ModelCard.Thresholds;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.tensorflow.TensorFlow;

/// What every recipe writes on its model's card.
final class CardDraft {
  private CardDraft() {}

  /// A card without figures and files: those are known when the model is written.
  static ModelCard of(
      Network network,
      int version,
      String description,
      double temperature,
      Thresholds thresholds,
      String command,
      Hyperparameters parameters,
      List<DataSource> data) {
    Provenance provenance = provenance(command, parameters, data, Optional.empty());
    return new ModelCard(
        network.name(),
        version,
        description,
        network.architecture(),
        network.preprocessing().name(),
        temperature,
        thresholds,
        provenance,
        List.of(),
        Map.of());
  }

  static Provenance provenance(
      String command, Hyperparameters parameters, List<DataSource> data, Optional<Parent> parent) {
    var software =
        Map.of(
            "Inkling", Inkling.version(),
            "TensorFlow", TensorFlow.version(),
            "Java", Runtime.version().toString());
    return new Provenance(
        command,
        parameters.asMap(),
        data,
        software,
        LocalDate.now(ZoneOffset.UTC).toString(),
        parent);
  }

  static DataSource source(String name, String part, String licence, List<DataFile> files) {
    return new DataSource(
        name,
        part,
        licence,
        files.stream().collect(Collectors.toMap(DataFile::name, DataFile::sha256)));
  }

  static Figure figure(String on, Accuracy accuracy, String command) {
    return figure(on, accuracy, OptionalDouble.empty(), command);
  }

  /// @param calibrationError 0 to 1; empty if it was not measured
  static Figure figure(
      String on, Accuracy accuracy, OptionalDouble calibrationError, String command) {
    return new Figure(
        on,
        accuracy.total(),
        accuracy.share(),
        accuracy.low(),
        accuracy.high(),
        calibrationError,
        command);
  }
}
