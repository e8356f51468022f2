package dev.inkling.bulk;

import dev.inkling.model.serving.Classifier;
import dev.inkling.model.serving.ModelStore;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.SparkFiles;

/// A model that each executor loads once, whichever of its tasks asks first, and keeps: its tasks
/// share it. The driver has sent its folder along.
///
/// @param folder name of the folder of models, as Spark was given it
/// @param name of the model
record ExecutorsModel(String folder, String name) implements Serializable {
  private static final Map<ExecutorsModel, Classifier> LOADED = new ConcurrentHashMap<>();

  Classifier classifier() {
    return LOADED.computeIfAbsent(
        this, model -> ModelStore.open(Path.of(SparkFiles.get(model.folder))).load(model.name));
  }
}
