package dev.inkling.app.desktop;

import atlantafx.base.controls.ModalPane;
import dev.inkling.app.document.DocumentLine;
import dev.inkling.app.document.PictureExchange;
import dev.inkling.app.draw.DrawingKeys;
import dev.inkling.app.draw.DrawingSurface;
import dev.inkling.app.draw.DrawingToolbar;
import dev.inkling.app.draw.DrawingViewModel;
import dev.inkling.app.experiments.ExperimentsView;
import dev.inkling.app.experiments.TruthKeys;
import dev.inkling.app.predict.InkOverlay;
import dev.inkling.app.server.ServerBar;
import dev.inkling.app.texts.Language;
import dev.inkling.app.texts.Texts;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// What is around the paper and over it: the bars, the tabs, the sheets, and the keys of all that.
final class Surroundings {
  private final MainViewModel viewModel;
  private final Language language;
  private final Texts texts;
  private final PictureExchange exchange;
  private final ModalPane sheets = new ModalPane();
  private final Commands commands;

  /// @param quit closes the window and ends the program
  Surroundings(MainViewModel viewModel, Language language, Runnable quit) {
    this.viewModel = viewModel;
    this.language = language;
    texts = language.of(Surroundings.class);
    exchange = new PictureExchange(viewModel.document());
    commands = commands(quit);
    // At once, for who looks something up is in the midst of something else.
    sheets.setInTransitionFactory(null);
    sheets.setOutTransitionFactory(null);
    sheets.setFocusTraversable(false);
    // What was put away is not there for a screen reader either.
    sheets
        .displayProperty()
        .subscribe(
            shown -> {
              if (!shown) {
                sheets.setContent(null);
              }
            });

    // What became of a drawing is said where it was.
    Texts ofExperiments = language.of(ExperimentsView.class);
    viewModel
        .experiments()
        .recording()
        .lineProperty()
        .addListener(
            (line, before, now) -> viewModel.document().tell(any -> now.in(ofExperiments)));
  }

  /// Listens to the keys that are pressed there.
  void listenTo(Scene scene) {
    commands.listen(scene);
    DrawingKeys.listen(scene, viewModel.drawing());
    TruthKeys.listen(scene, viewModel.experiments());
  }

  /// The menu and the tools.
  Node top() {
    var tools = new DrawingToolbar(viewModel.drawing(), language);
    return new TopBar(commands, viewModel.document(), exchange, tools, viewModel.look(), texts);
  }

  /// The tabs.
  Node side() {
    return new SideTabs(viewModel, language, texts);
  }

  /// The server, and what a person should know.
  Node bottom() {
    var status = new StatusLine(viewModel);
    HBox.setHgrow(status, Priority.ALWAYS);
    var gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    var bottom =
        new HBox(
            new ServerBar(viewModel.server(), language, viewModel.endpoint().switches()::start),
            gap,
            status);
    bottom.getStyleClass().add("bottom-bar");
    bottom.setAlignment(Pos.CENTER_LEFT);
    return bottom;
  }

  /// What lies over that paper; pictures may be dropped on it.
  List<Node> over(DrawingSurface paper) {
    exchange.takeDropsOn(paper);
    var debug = new DebugOverlay(viewModel, language);
    StackPane.setAlignment(debug, Pos.TOP_LEFT);
    var example =
        new ExampleButton(
            viewModel.example(), viewModel.drawing(), texts, () -> commands.run(Command.EXAMPLE));
    StackPane.setAlignment(example, Pos.BOTTOM_CENTER);
    StackPane.setMargin(example, new Insets(24, 24, 72, 24));
    var files = new DocumentLine(viewModel.document());
    StackPane.setAlignment(files, Pos.BOTTOM_CENTER);
    return List.of(new InkOverlay(viewModel.prediction(), paper::onSurface), example, files, debug);
  }

  /// What lies over the whole window when somebody looks something up.
  Node sheets() {
    return sheets;
  }

  /// What each command does.
  private Commands commands(Runnable quit) {
    DrawingViewModel drawing = viewModel.drawing();
    ObjectProperty<TextSize> textSize = viewModel.look().textSizeProperty();
    return new Commands(texts)
        .on(Command.OPEN, viewModel.document()::open)
        .on(Command.SAVE, viewModel.document()::save)
        .on(Command.QUIT, quit)
        .on(Command.COPY, exchange::copy)
        .on(Command.PASTE, exchange::paste)
        .on(Command.UNDO, drawing::undo, drawing.canUndoProperty())
        .on(Command.REDO, drawing::redo, drawing.canRedoProperty())
        .on(Command.CLEAR, drawing::clear, drawing.blankProperty().not())
        .on(Command.TEXT_LARGER, () -> textSize.set(textSize.get().larger()))
        .on(Command.TEXT_SMALLER, () -> textSize.set(textSize.get().smaller()))
        .on(Command.TEXT_NORMAL, () -> textSize.set(TextSize.NORMAL))
        .on(Command.ANSWER, viewModel.prediction().why()::leave)
        .on(Command.DEBUG, this::toggleDebugging)
        .on(Command.REPORT, viewModel.experiments().exchange()::report)
        .on(Command.EXPORT_EXPERIMENTS, viewModel.experiments().exchange()::exportThem)
        .on(Command.IMPORT_EXPERIMENTS, viewModel.experiments().exchange()::importThem)
        .on(Command.EXAMPLE, viewModel.example()::play)
        .on(Command.SHORTCUTS, () -> lay("shortcuts", new ShortcutSheet(texts)))
        .on(Command.ABOUT, () -> lay("about", new AboutSheet(texts, viewModel.server()::openDocs)));
  }

  /// Lays a sheet over the window.
  private void lay(String id, Node content) {
    var sheet =
        new Sheet(
            id, texts.bound("sheet." + id), content, texts.bound("sheet.close"), sheets::hide);
    sheets.show(sheet);
    sheet.takeFocus();
  }

  private void toggleDebugging() {
    viewModel.debuggingProperty().set(!viewModel.debuggingProperty().get());
  }
}
