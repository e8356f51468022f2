/// Ink, data, networks, training and serving. Knows neither HTTP nor JavaFX.
@org.jspecify.annotations.NullMarked
module dev.inkling.model {
  requires com.twelvemonkeys.imageio.jpeg;
  requires com.twelvemonkeys.imageio.metadata;
  requires transitive java.desktop;
  requires java.net.http;
  requires org.apache.commons.compress;
  requires static org.jspecify;
  requires org.tensorflow.ndarray;
  requires transitive tensorflow;
  requires tensorflow.nativelib;
  requires transitive tools.jackson.databind;

  exports dev.inkling.model;
  exports dev.inkling.model.data;
  exports dev.inkling.model.evaluation;
  exports dev.inkling.model.evaluation.report;
  exports dev.inkling.model.ink;
  exports dev.inkling.model.network;
  exports dev.inkling.model.serving;
  exports dev.inkling.model.training;

  // Jackson reads and writes the model card's records.
  opens dev.inkling.model.serving to
      tools.jackson.databind;
}
