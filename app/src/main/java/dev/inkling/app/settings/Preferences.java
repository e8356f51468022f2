package dev.inkling.app.settings;

import dev.inkling.app.background.Background;
import dev.inkling.app.background.BackgroundTask;
import dev.inkling.app.texts.Language;
import dev.inkling.app.texts.Sentence;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executor;
import java.util.function.Function;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.Property;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;

/// What a person has chosen in the window, from one start to the next. Each feature keeps its
/// properties where they are, and has them remembered by a line.
///
/// Values that make no sense, because a newer Inkling or somebody's editor wrote them, are as if
/// they were not there; names that nobody asks for are kept.
public final class Preferences {
  private final PreferencesFile file;
  private final Background background;
  private final Executor later;
  private final Map<String, String> values = new ConcurrentSkipListMap<>();
  private final ObjectProperty<Sentence> trouble = new SimpleObjectProperty<>(Sentence.NONE);
  private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper();
  private final Sentence unwritable;
  private boolean changed;
  private boolean writeIsDue;

  /// Those in that file; what can't be read is set aside.
  ///
  /// @param later runs on the screen's thread after a while, in which more changes may come
  public Preferences(Path path, Background background, Executor later, Language language) {
    file = new PreferencesFile(path);
    unwritable = Sentence.of("preferences.unwritable", path.toAbsolutePath());
    this.background = background;
    this.later = later;
    notice.bind(language.of(Preferences.class).said(trouble));
    read();
  }

  /// What went wrong with the file, and what to do; empty when nothing did.
  public ReadOnlyStringProperty noticeProperty() {
    return notice.getReadOnlyProperty();
  }

  /// Gives the property the value that it had at the last start, and keeps what it gets from
  /// now on.
  ///
  /// @param read a value from its text; empty if it is none
  public <T> void remember(
      String name,
      Property<T> property,
      Function<String, Optional<T>> read,
      Function<T, String> write) {
    Optional.ofNullable(values.get(name)).flatMap(read).ifPresent(property::setValue);
    property.addListener(
        (changed, before, now) -> {
          values.put(name, write.apply(now));
          writeSoon();
        });
  }

  /// Remembers one of a few words.
  public <E extends Enum<E>> void remember(
      String name, ObjectProperty<E> property, Class<E> words) {
    remember(
        name,
        property,
        text ->
            Arrays.stream(words.getEnumConstants())
                .filter(word -> lower(word).equals(text))
                .findFirst(),
        Preferences::lower);
  }

  /// Remembers a number between two others.
  public void remember(String name, DoubleProperty property, double least, double most) {
    remember(
        name,
        property,
        text ->
            number(text)
                .filter(number -> number >= least && number <= most)
                .map(Number.class::cast),
        String::valueOf);
  }

  /// Remembers whether something is so.
  public void remember(String name, Property<Boolean> property) {
    remember(
        name,
        property,
        text ->
            switch (text) {
              case "true" -> Optional.of(true);
              case "false" -> Optional.of(false);
              default -> Optional.empty();
            },
        String::valueOf);
  }

  /// Writes at once what has changed, for the program ends.
  public void close() {
    if (changed) {
      try {
        write();
      } catch (IOException unwritable) {
        // There is nobody left to be told; the next start is as this one was.
      }
    }
  }

  private void read() {
    try {
      file.read().ifPresentOrElse(values::putAll, this::setAside);
    } catch (IOException unreadable) {
      trouble.set(Sentence.of("preferences.unreadable", file.path()));
    }
  }

  private void setAside() {
    try {
      trouble.set(Sentence.of("preferences.corrupt", file.setAside()));
    } catch (IOException unmovable) {
      trouble.set(Sentence.of("preferences.unreadable", file.path()));
    }
  }

  /// A slider that is dragged is one change, not a hundred.
  private void writeSoon() {
    changed = true;
    if (!writeIsDue) {
      writeIsDue = true;
      later.execute(this::writeBehind);
    }
  }

  private void writeBehind() {
    writeIsDue = false;
    new BackgroundTask<>(
            progress -> {
              write();
              return file;
            })
        .onSuccess(written -> spaceAgain())
        .onFailure(failure -> trouble.set(unwritable))
        .startOn(background);
  }

  private void spaceAgain() {
    if (trouble.get().equals(unwritable)) {
      trouble.set(Sentence.NONE);
    }
  }

  /// One at a time, and each with the values of its moment: the last one writes the last ones.
  private synchronized void write() throws IOException {
    file.write(values);
  }

  private static Optional<Double> number(String text) {
    try {
      return Optional.of(Double.valueOf(text));
    } catch (NumberFormatException none) {
      return Optional.empty();
    }
  }

  private static String lower(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
