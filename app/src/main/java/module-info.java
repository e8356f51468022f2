/// The desktop and the command line.
@org.jspecify.annotations.NullMarked
module dev.inkling.app {
  requires dev.inkling.api;
  requires dev.inkling.model;
  requires info.picocli;
  requires me.tongfei.progressbar;
  requires static org.jspecify;

  // picocli finds the annotated options of the commands.
  opens dev.inkling.app.cli to
      info.picocli;
}
