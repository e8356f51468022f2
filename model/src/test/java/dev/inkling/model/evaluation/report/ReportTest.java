package dev.inkling.model.evaluation.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.inkling.model.data.LabelledPictures;
import dev.inkling.model.evaluation.Outcome;
import dev.inkling.model.evaluation.Outcomes;
import dev.inkling.model.evaluation.Scorecard;
import dev.inkling.model.serving.Verdict;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;

class ReportTest {
  private static final Pattern IMAGE = Pattern.compile("src=\"data:image/png;base64,([^\"]+)\"");
  private static final Pattern DRAWING = Pattern.compile("<svg.*?</svg>", Pattern.DOTALL);

  @TempDir private Path folder;

  @Test
  void itNeedsNothingFromElsewhere() {
    assertThat(report("a.png").page().html())
        .startsWith("<!doctype html>")
        .doesNotContain("<script", "<link", "http:", "https:", "url(", "@import")
        .contains("prefers-color-scheme: dark");
  }

  @Test
  void namesAreTextWhateverIsInThem() {
    String html = report("<img src=x onerror=alert(1)> \"'&\u0007\u202E.png").page().html();

    assertThat(html)
        .doesNotContain("<img src=x", "\u0007", "\u202E")
        .contains("&lt;img src=x onerror=alert(1)&gt; &quot;&#39;&amp;\uFFFD\uFFFD.png");
  }

  @Test
  void aCommandWithPercentSignsIsTakenAsItIs() {
    assertThat(report("100%s.png").page().html())
        .contains("100%s.png")
        .contains("evaluate --data 50%d");
  }

  @Test
  void theErrorsAreThereWithWhatTheNetworkSaw() throws IOException {
    String html = report("a.png").page().html();

    assertThat(html)
        .contains("Read as another digit")
        .contains("<b>4</b> read as <b>9</b>, 70.0 % sure")
        .contains("Read right, but not sure enough")
        .contains("No digit, but answered as one")
        .contains("damaged.png");
    Matcher image = IMAGE.matcher(html);
    assertThat(image.find()).isTrue();
    byte[] png = Base64.getDecoder().decode(image.group(1));
    assertThat(ImageIO.read(new ByteArrayInputStream(png)).getWidth()).isEqualTo(28);
  }

  @Test
  void thePlotsAreWellFormed() throws Exception {
    Matcher drawings = DRAWING.matcher(report("a.png").page().html());
    int found = 0;
    while (drawings.find()) {
      DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(new InputSource(new StringReader(drawings.group())));
      found++;
    }
    // Risk against coverage, its legend, confusion, reliability.
    assertThat(found).isEqualTo(4);
  }

  @Test
  void picturesOfNoDigitAtAllMakeAReportToo() {
    Scorecard card = Outcomes.card(Outcomes.unreadOther());

    assertThat(new Report(pictures(card), List.of(card), "inkling evaluate").page().html())
        .contains("1 that are none")
        .doesNotContain("NaN");
  }

  @Test
  void itReplacesTheLastOneAndLeavesNoDraft() throws IOException {
    Path file = Files.writeString(folder.resolve("report.html"), "the last one");

    report("a.png").page().write(file);

    assertThat(file).content().contains("</html>");
    assertThat(folder.toFile().list()).containsExactly("report.html");
    assertThatIOException()
        .isThrownBy(() -> report("a.png").page().write(folder.resolve("no/such.html")));
  }

  private static Report report(String name) {
    Scorecard card =
        Outcomes.card(
            Outcomes.read(name, 4, 9, 0.7, Verdict.DIGIT),
            Outcomes.read(name, 4, 4, 0.3, Verdict.UNSURE),
            Outcomes.read(name, 4, 4, 0.9, Verdict.DIGIT),
            Outcomes.read(name, -1, 3, 0.9, Verdict.DIGIT),
            Outcomes.unread(8));
    return new Report(pictures(card), List.of(card), "inkling evaluate --data 50%d");
  }

  private static LabelledPictures pictures(Scorecard card) {
    return new LabelledPictures(
        "drawings", card.outcomes().stream().map(Outcome::picture).toList(), 0);
  }
}
