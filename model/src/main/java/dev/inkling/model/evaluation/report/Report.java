package dev.inkling.model.evaluation.report;

import dev.inkling.model.Inkling;
import dev.inkling.model.data.LabelledPictures;
import dev.inkling.model.evaluation.Outcome;
import dev.inkling.model.evaluation.Scorecard;
import dev.inkling.model.evaluation.Summary;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// An evaluation, to be looked at.
///
/// @param pictures that were read
/// @param cards of the models, all of those pictures; at least one
/// @param command that measures it again
public record Report(LabelledPictures pictures, List<Scorecard> cards, String command) {
  private static final int MOST_UNREAD = 200;

  public Report {
    cards = List.copyOf(cards);
  }

  /// The evaluation as a page.
  public Page page() {
    var content =
        new Html()
            .add("<header><h1>How well the digits are read</h1>")
            .add("<p>%s. Inkling %s.</p>", what(), Inkling.version())
            .add("<pre>%s</pre></header>", command)
            .add(summary());
    cards.forEach(card -> content.add(model(card)));
    content.add(new Method().html());
    return new Page("%s: how well it is read".formatted(pictures.name()), content);
  }

  private String what() {
    int digits = pictures.digits();
    int others = pictures.pictures().size() - digits;
    String both =
        Stream.of(
                digits > 0 ? String.format(Locale.ROOT, "%,d digits", digits) : "",
                others > 0 ? String.format(Locale.ROOT, "%,d that are none", others) : "")
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(" and "));
    return cards.stream()
        .map(card -> card.card().id().toString())
        .collect(
            Collectors.joining(" and ", "%s: %s, read by ".formatted(pictures.name(), both), ""));
  }

  private Html summary() {
    Summary summary = Summary.of(cards);
    var html = new Html().add("<section><h2>Summary</h2><div class=\"columns\"><div>");
    html.add("<table><thead><tr><td></td>");
    summary.models().forEach(model -> html.add("<th scope=\"col\">%s</th>", model));
    html.add("</tr></thead><tbody>");
    for (Summary.Row row : summary.rows()) {
      html.add(
          "<tr class=\"%s\"><th scope=\"row\">%s</th>",
          row.detail() ? "detail" : "figure", row.name());
      row.cells().forEach(cell -> html.add("<td>%s</td>", cell));
      html.add("</tr>");
    }
    html.add("</tbody></table>");
    summary.comparisons().forEach(sentence -> html.add("<p>%s</p>", sentence));
    if (pictures.unlabelled() > 0) {
      html.add("<p>%,d more pictures have no label and were left out.</p>", pictures.unlabelled());
    }
    html.add("</div>");
    if (pictures.digits() > 0) {
      var plot = new RiskCoveragePlot(cards);
      html.add("<figure>%s%s", plot.svg(), plot.legend())
          .add(
              "<figcaption>Risk against coverage: the share of wrong answers if only the surest were given.</figcaption></figure>");
    }
    return html.add("</div></section>");
  }

  private Html model(Scorecard card) {
    var html =
        new Html()
            .add("<section><h2>%s</h2><div class=\"columns\">", card.card().id())
            .add("<figure>%s", new ConfusionPlot(card.confusion()).svg())
            .add(
                "<figcaption>What was read as what. Recall and precision in per cent; “–” is no answer.</figcaption></figure>");
    if (pictures.digits() > 0) {
      html.add("<figure>%s", new ReliabilityPlot(card.calibration()).svg())
          .add(
              "<figcaption>How often it is right when it is that sure. Dashed: as sure as right; the strokes: how sure it was; the numbers: how many answers.</figcaption></figure>");
    }
    html.add("</div>").add(stages(card)).add(new Gallery(card).html()).add(unread(card.unread()));
    return html.add("<details><summary>The model card of %s</summary>", card.card().id())
        .add(new CardFacts(card.card()).html())
        .add("</details></section>");
  }

  private static Html stages(Scorecard card) {
    var html =
        new Html()
            .add("<table class=\"stages\"><caption>Time taken for one picture</caption>")
            .add("<thead><tr><td></td><th scope=\"col\">Median</th>")
            .add("<th scope=\"col\">99th percentile</th></tr></thead><tbody>");
    card.stages()
        .forEach(
            time ->
                html.add(
                    "<tr><th scope=\"row\">%s</th><td>%.2f ms</td><td>%.2f ms</td></tr>",
                    time.stage(), time.median(), time.percentile99()));
    return html.add("</tbody></table>");
  }

  private static Html unread(List<Outcome.Unread> unread) {
    var html = new Html();
    if (unread.isEmpty()) {
      return html;
    }
    html.add(
            "<h3>Refused before the network saw them <small>%s</small></h3>",
            String.format(Locale.ROOT, "%,d", unread.size()))
        .add("<table class=\"unread\"><tbody>");
    unread.stream()
        .limit(MOST_UNREAD)
        .forEach(
            outcome ->
                html.add(
                    "<tr><th scope=\"row\">%s</th><td>%s</td></tr>",
                    outcome.picture().name(), outcome.sentence()));
    return html.add("</tbody></table>");
  }
}
