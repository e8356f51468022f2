package dev.inkling.model.training;

import dev.inkling.model.network.WeightsFile;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All that a run needs to go on after an epoch as if it had never stopped.
///
/// @param weights as the last step left them
/// @param averages of the weights
/// @param moments of the optimizer
/// @param steps that it has taken
/// @param best the averages of the best epoch so far
/// @param history an entry for each epoch done
record Checkpoint(
    Map<String, float[]> weights,
    Map<String, float[]> averages,
    Map<String, float[]> moments,
    int steps,
    Map<String, float[]> best,
    List<EpochFigures> history) {

  /// The checkpoint in that file, if there is a whole one.
  static Optional<Checkpoint> read(Path file) {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      return Optional.of(
          new Checkpoint(
              WeightsFile.readArrays(in),
              WeightsFile.readArrays(in),
              WeightsFile.readArrays(in),
              in.readInt(),
              WeightsFile.readArrays(in),
              readHistory(in)));
    } catch (IOException broken) {
      // It was written whole and then moved, so this is a damaged disk: begin anew.
      return Optional.empty();
    }
  }

  /// Written to a temporary name and moved, so that a run may be killed at any moment.
  void write(Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try (var out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(part)))) {
      WeightsFile.writeArrays(weights, out);
      WeightsFile.writeArrays(averages, out);
      WeightsFile.writeArrays(moments, out);
      out.writeInt(steps);
      WeightsFile.writeArrays(best, out);
      out.writeInt(history.size());
      for (EpochFigures epoch : history) {
        out.writeInt(epoch.epoch());
        out.writeDouble(epoch.loss());
        out.writeDouble(epoch.accuracy());
        out.writeDouble(epoch.validationAccuracy());
      }
    }
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static List<EpochFigures> readHistory(DataInputStream in) throws IOException {
    var history = new ArrayList<EpochFigures>();
    for (int count = in.readInt(); count > 0; count--) {
      history.add(
          new EpochFigures(in.readInt(), in.readDouble(), in.readDouble(), in.readDouble()));
    }
    return history;
  }
}
