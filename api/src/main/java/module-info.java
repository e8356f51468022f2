/// The HTTP endpoint.
@org.jspecify.annotations.NullMarked
module dev.inkling.api {
  requires transitive dev.inkling.model;
  requires static org.jspecify;
}
