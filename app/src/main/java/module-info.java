/// The desktop and the command line.
@org.jspecify.annotations.NullMarked
module dev.inkling.app {
  requires atlantafx.base;
  requires dev.inkling.api;
  requires dev.inkling.icons;
  requires dev.inkling.model;
  requires info.picocli;
  requires io.nayuki.qrcodegen;
  requires java.logging;
  requires java.management;
  requires java.net.http;
  requires java.sql;
  requires javafx.controls;
  requires me.tongfei.progressbar;
  requires static org.jspecify;
  requires org.kordamp.ikonli.feather;
  requires org.kordamp.ikonli.javafx;
  requires org.xerial.sqlitejdbc;
  requires tools.jackson.dataformat.yaml;

  // JavaFX makes the Application by itself.
  exports dev.inkling.app.desktop to
      javafx.graphics;

  // picocli finds the annotated options of the commands.
  opens dev.inkling.app.cli to
      info.picocli;
}
