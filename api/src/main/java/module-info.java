/// The HTTP endpoint: knows the model, and no JavaFX.
@org.jspecify.annotations.NullMarked
module dev.inkling.api {
  requires io.helidon.common.buffers;
  requires io.helidon.common.configurable;
  requires io.helidon.common.mapper;
  requires io.helidon.common.pki;
  requires io.helidon.common.socket;
  requires io.helidon.common.tls;
  requires io.helidon.health;
  requires io.helidon.openapi;
  requires io.helidon.webserver;
  requires io.helidon.webserver.observe;
  requires io.helidon.webserver.observe.health;
  requires io.helidon.webserver.staticcontent;
  requires io.prometheus.metrics.core;
  requires io.prometheus.metrics.instrumentation.jvm;
  requires io.prometheus.metrics.model;
  requires io.prometheus.writer.text;
  requires java.management;
  requires org.apache.commons.fileupload2.core;
  requires static org.jspecify;
  requires transitive dev.inkling.model;

  exports dev.inkling.api;

  // Jackson writes the answers' records.
  opens dev.inkling.api to
      tools.jackson.databind;
}
