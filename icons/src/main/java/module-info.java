/// The one SVG and what is rendered from it.
@org.jspecify.annotations.NullMarked
module dev.inkling.icons {
  requires static org.jspecify;

  exports dev.inkling.icons;
}
