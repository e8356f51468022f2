package dev.inkling.app.experiments;

import static dev.inkling.app.experiments.TestExperiments.NOON;
import static dev.inkling.app.experiments.TestExperiments.SEED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.app.background.Background;
import dev.inkling.app.draw.DrawingViewModel;
import dev.inkling.app.predict.Predictor;
import dev.inkling.model.ink.DrawingRenderer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GalleryViewModelTest {
  private static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);
  private static final Background AT_ONCE = new Background(Runnable::run, Runnable::run);

  @TempDir private Path folder;
  private StoreAccess store;
  private GalleryViewModel gallery;
  private FiguresViewModel figures;

  @BeforeEach
  void open() {
    store = new StoreAccess(folder.resolve("inkling.db"), CLOCK);
    Predictor nobody =
        (server, png, question) -> {
          throw new InterruptedException();
        };
    var recording =
        new RecordingViewModel(
            new DrawingViewModel(),
            new DrawingRenderer(),
            store,
            new Inquiry(Optional::empty, nobody),
            AT_ONCE,
            CLOCK);
    gallery = new GalleryViewModel(store, recording, AT_ONCE, ZoneId.of("Asia/Kathmandu"));
    figures = new FiguresViewModel(store, recording, AT_ONCE);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void aPageIsShownAndThenTheNextToo() {
    var many = new ArrayList<Experiment>();
    for (int i = 0; i < GalleryViewModel.PAGE + 5; i++) {
      many.add(TestExperiments.of(i % 10, 1, 1));
    }
    store.get().addAll(many);
    gallery.showingProperty().set(true);

    assertThat(gallery.entries()).hasSize(GalleryViewModel.PAGE);
    assertThat(gallery.allProperty().get()).isEqualTo(GalleryViewModel.PAGE + 5);
    gallery.more();
    assertThat(gallery.entries()).hasSize(GalleryViewModel.PAGE + 5);
  }

  @Test
  void nobodyReadsTheFileWhileNobodyLooks() {
    gallery.wrongProperty().set(true);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void filtersNarrowItDown() {
    store.get().add(TestExperiments.by("Ada", 4, 9, 4));
    store.get().add(TestExperiments.by("Bo", 4, 4, 4));
    gallery.showingProperty().set(true);
    gallery.modelProperty().set(Optional.of(SEED));
    assertThat(gallery.entries()).hasSize(2);

    gallery.wrongProperty().set(true);
    assertThat(gallery.entries()).extracting(Entry::person).containsExactly("Ada");
    gallery.wrongProperty().set(false);
    gallery.saidProperty().set(Optional.of(4));
    assertThat(gallery.entries()).extracting(Entry::person).containsExactly("Bo");
    gallery.saidProperty().set(Optional.empty());
    gallery.personProperty().set(Optional.of("Ada"));
    assertThat(gallery.entries()).hasSize(1);
    gallery.surenessProperty().set(Optional.of(Sureness.FAIRLY));
    assertThat(gallery.entries()).as("60 % sure").hasSize(1);
    gallery.surenessProperty().set(Optional.of(Sureness.VERY));
    assertThat(gallery.entries()).isEmpty();
    assertThat(gallery.people()).containsExactly("Ada", "Bo");
  }

  @Test
  void aDayIsThatOfThePlaceWhereOneIs() {
    // In Kathmandu it is 5:45 hours later: half past five in the afternoon, and a quarter past
    // midnight.
    store.get().add(TestExperiments.at(NOON, TestExperiments.by("Ada", 4, 4, 4)));
    store
        .get()
        .add(
            TestExperiments.at(
                NOON.plus(Duration.ofMinutes(390)), TestExperiments.by("Bo", 4, 4, 4)));
    gallery.showingProperty().set(true);
    LocalDate day = LocalDate.of(2026, 11, 25);
    assertThat(gallery.days()).containsExactly(day.plusDays(1), day);

    gallery.dayProperty().set(Optional.of(day));
    assertThat(gallery.entries()).extracting(Entry::person).containsExactly("Ada");
    gallery.dayProperty().set(Optional.of(day.plusDays(1)));
    assertThat(gallery.entries()).extracting(Entry::person).containsExactly("Bo");
  }

  @Test
  void aFilterByWhatWasSaidHoldsFromTheFirstLookOn() {
    store.get().add(TestExperiments.of(3, 3, 3));
    store.get().add(TestExperiments.of(3, 7, 3));
    gallery.showConfused(SEED, OptionalInt.of(3), 7);
    gallery.showingProperty().set(true);

    assertThat(gallery.entries()).hasSize(1);
  }

  @Test
  void whatIsDeletedCanBeHadBack() {
    store.get().add(TestExperiments.of(3, 3, 3));
    gallery.showingProperty().set(true);
    Entry entry = gallery.entries().getFirst();
    gallery.chosenProperty().set(Optional.of(entry));

    gallery.delete();
    assertThat(gallery.entries()).isEmpty();
    assertThat(gallery.deletedProperty().get()).contains(entry);
    gallery.restore();
    assertThat(gallery.entries()).containsExactly(entry);
    assertThat(gallery.deletedProperty().get()).isEmpty();
  }

  @Test
  void aCorrectionChangesTheFigures() {
    long id = store.get().add(TestExperiments.of(3, 7, 3));
    gallery.showingProperty().set(true);
    figures.showingProperty().set(true);
    figures.modelProperty().set(Optional.of(SEED));
    assertThat(right()).isZero();

    gallery.chosenProperty().set(Optional.of(gallery.entries().getFirst()));
    gallery.correct(OptionalInt.of(7));

    assertThat(right()).isEqualTo(1);
    assertThat(store.get().find(id).orElseThrow().truth()).hasValue(7);
  }

  @Test
  void aPictureIsReadOnce() {
    long id = store.get().add(TestExperiments.of(3, 7, 3));
    var told = new ArrayList<byte[]>();
    gallery.picture(id, told::add);
    store.get().delete(List.of(id));
    gallery.picture(id, told::add);

    assertThat(told).hasSize(2);
    assertThat(told.get(1)).isSameAs(told.get(0));
  }

  private int right() {
    return figures.shownProperty().get().orElseThrow().chosen().accuracy().orElseThrow().right();
  }
}
