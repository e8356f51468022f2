package dev.inkling.app.experiments.report;

import dev.inkling.app.experiments.Entry;
import dev.inkling.app.experiments.Experiment;
import dev.inkling.app.experiments.ExperimentStore;
import dev.inkling.app.experiments.Figures;
import dev.inkling.app.experiments.Reading;
import dev.inkling.app.experiments.Selection;
import dev.inkling.model.Inkling;
import dev.inkling.model.InklingException;
import dev.inkling.model.evaluation.Accuracy;
import dev.inkling.model.evaluation.McNemar;
import dev.inkling.model.evaluation.report.CardFacts;
import dev.inkling.model.evaluation.report.ConfusionPlot;
import dev.inkling.model.evaluation.report.Html;
import dev.inkling.model.evaluation.report.Page;
import dev.inkling.model.evaluation.report.Thumbnail;
import dev.inkling.model.ink.PictureDecoder;
import dev.inkling.model.serving.ModelCard;
import dev.inkling.model.serving.ModelId;
import dev.inkling.model.serving.Verdict;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;

/// Experiments written up: what was tried, how each drawing was read, what there is to observe, and
/// the figures.
///
/// @param cards of the models, as far as they are still at hand
/// @param zone in whose time the experiments are dated
public record ExperimentReport(
    ExperimentStore store, Selection selection, List<ModelCard> cards, ZoneId zone) {
  /// In pixels, of a picture's longest side.
  private static final int SIDE = 112;

  /// As many as a person looks through; with more the file gets too large to send.
  private static final int MOST_SHOWN = 1000;

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

  /// The report as a page.
  public Page page() {
    List<Entry> entries = store.list(selection, 0, Integer.MAX_VALUE).reversed();
    List<ModelId> models =
        entries.stream()
            .flatMap(entry -> entry.readings().stream())
            .map(Reading::model)
            .distinct()
            .toList();
    List<Figures> figures = models.stream().map(model -> new Figures(model, entries)).toList();
    var traits = new HashMap<Long, Set<Trait>>();
    Html experiments = experiments(entries, traits);
    var content =
        new Html()
            .add("<header><h1>Experiments with hand-drawn digits</h1>")
            .add("<p>%s</p></header>", setUp(entries))
            .add(summary(figures))
            .add(observations(figures, traits))
            .add(experiments);
    figures.forEach(of -> content.add(details(of)));
    cards.stream()
        .filter(card -> models.contains(card.id()))
        .forEach(
            card ->
                content
                    .add("<section><h2>The model %s</h2>", card.id())
                    .add(new CardFacts(card).html())
                    .add("</section>"));
    return new Page("Experiments with hand-drawn digits", content);
  }

  private String setUp(List<Entry> entries) {
    if (entries.isEmpty()) {
      return "There are no experiments yet.";
    }
    String first = DAY.format(entries.getFirst().at().atZone(zone));
    String last = DAY.format(entries.getLast().at().atZone(zone));
    List<String> people =
        entries.stream().map(Entry::person).filter(name -> !name.isEmpty()).distinct().toList();
    return "%,d drawings%s, %s. Each was read by the models below through the same endpoint, and is compared with what was meant. Inkling %s."
        .formatted(
            entries.size(),
            people.isEmpty() ? "" : " by " + String.join(", ", people),
            first.equals(last) ? first : first + " to " + last,
            Inkling.version());
  }

  private static Html summary(List<Figures> figures) {
    var html = new Html().add("<section><h2>Summary</h2><table><thead><tr><td></td>");
    figures.forEach(of -> html.add("<th scope=\"col\">%s</th>", of.model()));
    html.add("</tr></thead><tbody>");
    row(html, "Digits read right", figures, of -> share(of.accuracy()));
    row(html, "95 % interval", figures, of -> interval(of.accuracy()));
    row(html, "Not digits, and not answered as one", figures, of -> share(of.othersRefused()));
    html.add("</tbody></table>");
    for (int i = 0; i < figures.size(); i++) {
      for (int k = i + 1; k < figures.size(); k++) {
        html.add("<p>%s</p>", comparison(figures.get(i), figures.get(k)));
      }
    }
    return html.add("</section>");
  }

  private interface Cell {
    String of(Figures figures);
  }

  private static void row(Html html, String name, List<Figures> figures, Cell cell) {
    html.add("<tr><th scope=\"row\">%s</th>", name);
    figures.forEach(of -> html.add("<td>%s</td>", cell.of(of)));
    html.add("</tr>");
  }

  /// In words that need no course in statistics.
  static String comparison(Figures one, Figures other) {
    McNemar test = one.against(other.model());
    String counts =
        "%s alone is right %d times, %s alone %d times."
            .formatted(one.model(), test.onlyFirst(), other.model(), test.onlySecond());
    double chance = test.probability();
    return counts
        + (chance < 0.05
            ? String.format(
                Locale.ROOT,
                " That is more than chance (McNemar's exact test, p %s).",
                chance < 0.001 ? "below 0.001" : String.format(Locale.ROOT, "= %.3f", chance))
            : String.format(
                Locale.ROOT,
                " That may be chance: models that are equally good differ as much in %.0f of 100 such trials (McNemar's exact test).",
                100 * chance));
  }

  private static Html observations(List<Figures> figures, Map<Long, Set<Trait>> traits) {
    var html = new Html().add("<section><h2>Observations</h2>");
    for (Figures of : figures) {
      List<String> sentences = new Observations(of, traits).sentences();
      html.add("<h3>%s</h3>", of.model());
      if (sentences.isEmpty()) {
        html.add("<p>%s</p>", "Nothing was read wrong.");
      } else {
        html.add("<ul>");
        sentences.forEach(sentence -> html.add("<li>%s</li>", sentence));
        html.add("</ul>");
      }
    }
    return html.add("</section>");
  }

  /// @param traits takes what was noticed of each
  private Html experiments(List<Entry> entries, Map<Long, Set<Trait>> traits) {
    String shown =
        entries.size() > MOST_SHOWN
            ? "the first %,d of %,d".formatted(MOST_SHOWN, entries.size())
            : "%,d".formatted(entries.size());
    var html =
        new Html()
            .add("<section><h2>Experiments <small>%s</small></h2>", shown)
            .add("<ul class=\"gallery\">");
    int number = 0;
    for (Entry entry : entries) {
      Optional<Experiment> found = store.find(entry.id());
      if (found.isPresent()) {
        traits.put(entry.id(), Trait.of(found.get().png()));
        if (++number <= MOST_SHOWN) {
          html.add(experiment(number, found.get()));
        }
      }
    }
    return html.add("</ul></section>");
  }

  private static Html experiment(int number, Experiment experiment) {
    var html = new Html().add("<li><h4>Experiment %d</h4>", number);
    picture(experiment.png())
        .ifPresentOrElse(
            address -> html.add("<img class=\"drawing\" src=\"%s\" alt=\"The drawing\">", address),
            () -> html.add("<p>%s</p>", "The picture can't be read any more."));
    for (Reading reading : experiment.readings()) {
      html.add(
          "<p class=\"%s\">Ground truth = <b>%s</b>, Predicted = <b>%s</b></p>",
          reading.isRight(experiment.truth()) ? "right" : "wrong",
          truth(experiment.truth()),
          reading.verdict() == Verdict.NOT_A_DIGIT ? "no digit" : reading.digit());
      html.add(
          "<p class=\"verdict\">%s, %.1f %% sure%s</p>",
          reading.model(),
          100 * reading.confidence(),
          reading.verdict() == Verdict.UNSURE ? ", answered “unsure”" : "");
    }
    if (!experiment.person().isEmpty()) {
      html.add("<p class=\"name\">%s</p>", experiment.person());
    }
    return html.add("</li>");
  }

  private static Html details(Figures figures) {
    var html =
        new Html()
            .add("<section><h2>%s in detail</h2><div class=\"columns\">", figures.model())
            .add("<figure>%s", new ConfusionPlot(figures.confusion()).svg())
            .add("<figcaption>What was read as what.</figcaption></figure><div>");
    html.add(table("By digit", figures.byDigit()));
    SortedMap<String, Accuracy> byPerson = figures.byPerson();
    if (byPerson.size() > 1) {
      html.add(table("By person", byPerson));
    }
    return html.add("</div></div></section>");
  }

  private static Html table(String caption, SortedMap<?, Accuracy> shares) {
    var html = new Html().add("<table><caption>%s</caption><tbody>", caption);
    shares.forEach(
        (name, share) ->
            html.add(
                "<tr><th scope=\"row\">%s</th><td>%s</td></tr>",
                "".equals(name) ? "nobody said who" : name.toString(), share(Optional.of(share))));
    return html.add("</tbody></table>");
  }

  private static Optional<String> picture(byte[] png) {
    try {
      return Optional.of(Thumbnail.of(new PictureDecoder().decode(png), SIDE));
    } catch (InklingException damaged) {
      return Optional.empty();
    }
  }

  private static String truth(OptionalInt truth) {
    return truth.isPresent() ? String.valueOf(truth.getAsInt()) : "no digit";
  }

  private static String share(Optional<Accuracy> share) {
    return share
        .map(
            of ->
                String.format(
                    Locale.ROOT, "%.1f %% (%,d of %,d)", 100 * of.share(), of.right(), of.total()))
        .orElse("–");
  }

  private static String interval(Optional<Accuracy> share) {
    return share
        .map(of -> String.format(Locale.ROOT, "%.1f to %.1f %%", 100 * of.low(), 100 * of.high()))
        .orElse("–");
  }
}
