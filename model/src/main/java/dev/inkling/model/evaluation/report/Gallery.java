package dev.inkling.model.evaluation.report;

import dev.inkling.model.InklingException;
import dev.inkling.model.data.LabelledPicture;
import dev.inkling.model.data.LabelledPicture.PictureFile;
import dev.inkling.model.data.LabelledPicture.StoredPicture;
import dev.inkling.model.evaluation.Outcome;
import dev.inkling.model.evaluation.Scorecard;
import dev.inkling.model.ink.Picture;
import dev.inkling.model.ink.PictureDecoder;
import dev.inkling.model.serving.Prediction;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/// What went wrong, to be looked at: each picture beside what the network saw of it. Half of all
/// mistakes explain themselves there.
record Gallery(Scorecard card) {
  /// As many a kind as a person looks through; with more the file gets too large to send.
  private static final int MOST_SHOWN = 96;

  /// In pixels, of the pictures' longest side.
  private static final int SIDE = 112;

  Html html() {
    return new Html()
        .add(
            group(
                "Read as another digit",
                outcome -> outcome.picture().digit().isPresent() && !outcome.isRight()))
        .add(
            group(
                "No digit, but answered as one",
                outcome -> outcome.picture().digit().isEmpty() && outcome.isAnswered()))
        .add(
            group(
                "Read right, but not sure enough to be answered",
                outcome -> outcome.isRight() && !outcome.isAnswered()));
  }

  private Html group(String title, Predicate<Outcome.Read> belongs) {
    List<Outcome.Read> all =
        card.outcomes().stream()
            .<Outcome.Read>mapMulti(
                (outcome, sink) -> {
                  if (outcome instanceof Outcome.Read read && belongs.test(read)) {
                    sink.accept(read);
                  }
                })
            .sorted(Comparator.comparingDouble(read -> -read.prediction().confidence()))
            .toList();
    var html = new Html();
    if (all.isEmpty()) {
      return html;
    }
    String shown =
        all.size() > MOST_SHOWN
            ? String.format(Locale.ROOT, "the surest %d of %,d", MOST_SHOWN, all.size())
            : String.valueOf(all.size());
    html.add("<h3>%s <small>%s</small></h3>", title, shown).add("<ul class=\"gallery\">");
    all.stream().limit(MOST_SHOWN).forEach(read -> html.add(card(read)));
    return html.add("</ul>");
  }

  private static Html card(Outcome.Read read) {
    Prediction prediction = read.prediction();
    var html = new Html().add("<li><div class=\"pair\">");
    picture(read.picture())
        .ifPresent(
            picture ->
                html.add(
                    "<img class=\"%s\" src=\"%s\" alt=\"The picture\">",
                    Math.max(picture.width(), picture.height()) < SIDE ? "small" : "large",
                    Thumbnail.of(picture, SIDE)));
    read.seen()
        .ifPresent(
            seen ->
                html.add(
                    "<img class=\"small\" src=\"%s\" alt=\"What the network saw\">",
                    Thumbnail.of(seen)));
    return html.add(
            "</div><p><b>%s</b> read as <b>%d</b>, %.1f %% sure</p>",
            read.picture().digit().isPresent() ? read.picture().digit().getAsInt() : "no digit",
            prediction.digit(),
            100 * prediction.confidence())
        .add(
            "<p class=\"verdict\">verdict: %s</p>",
            prediction.verdict().name().toLowerCase(Locale.ROOT).replace('_', ' '))
        .add(
            "<p class=\"name\" title=\"%s\">%s</p></li>",
            read.picture().name(), read.picture().name());
  }

  /// Decoded once more: keeping every picture of a large folder would take gigabytes.
  private static Optional<Picture> picture(LabelledPicture labelled) {
    try {
      return Optional.of(
          switch (labelled.source()) {
            case PictureFile file -> new PictureDecoder().decode(Files.readAllBytes(file.path()));
            case StoredPicture stored -> stored.picture();
          });
    } catch (IOException | InklingException removedMeanwhile) {
      return Optional.empty();
    }
  }
}
