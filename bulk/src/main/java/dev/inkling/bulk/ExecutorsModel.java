package dev.inkling.bulk;

import dev.inkling.model.serving.Classifier;
import dev.inkling.model.serving.ModelStore;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.compress.archivers.ArchiveException;
import org.apache.commons.compress.archivers.ArchiveStreamFactory;
import org.apache.commons.compress.archivers.examples.Archiver;
import org.apache.spark.SparkFiles;

/// A model that each executor loads once, whichever of its tasks asks first, and keeps: its tasks
/// share it.
///
/// @param name of the model
record ExecutorsModel(String name) implements Serializable {
  private static final Map<ExecutorsModel, Classifier> LOADED = new ConcurrentHashMap<>();
  private static final String FOLDER = "models";

  /// Packs the folder of models, since Spark takes no folder to another machine, but unpacks
  /// archives there.
  ///
  /// @param archive to pack it in; has to stay until the last executor has come
  /// @return what Spark's setting `spark.archives` has to say for [#classifier] to find it. (What a
  ///     program adds later, executors look for in vain: a session keeps its own to itself.)
  static String packed(Path models, Path archive) throws IOException {
    try {
      new Archiver().create(ArchiveStreamFactory.ZIP, archive, models);
    } catch (ArchiveException unknown) {
      throw new IllegalStateException("Zip is always known", unknown);
    }
    return archive + "#" + FOLDER;
  }

  Classifier classifier() {
    return LOADED.computeIfAbsent(
        this, model -> ModelStore.open(Path.of(SparkFiles.get(FOLDER))).load(model.name));
  }
}
