package dev.inkling.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.FilePayload;
import dev.inkling.api.RunningServer.Client;
import dev.inkling.model.ink.DrawingRenderer;
import dev.inkling.model.ink.ScriptedHand;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The documentation page in a real browser: Chromium or Chrome, where the system has one. Where
/// CI runs it must.
@ExtendWith(RunningServer.class)
class SwaggerPageTest {
  private static final Pattern OK = Pattern.compile("200");

  @Test
  void aDrawingCanBeTriedOutWithoutTheInternet(Client client) {
    Optional<Path> chromium = installedChromium();
    assumeTrue(
        chromium.isPresent() || System.getenv("CI") != null, "There is no Chromium on this system");

    byte[] png = new DrawingRenderer().png(ScriptedHand.draw(2));
    int expected = client.post("/predict", "image/png", png).json().get("digit").asInt();
    var foreign = new CopyOnWriteArrayList<String>();
    var errors = new CopyOnWriteArrayList<String>();
    try (Playwright playwright =
            Playwright.create(
                new Playwright.CreateOptions()
                    .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser = playwright.chromium().launch(options(chromium.orElseThrow()));
        Page page = browser.newPage()) {
      page.onRequest(
          request -> {
            if (!request.url().startsWith(client.server().address().toString())
                && !request.url().startsWith("data:")) {
              foreign.add(request.url());
            }
          });
      page.onPageError(errors::add);

      page.navigate(client.at("/docs").toString());
      page.locator("#operations-prediction-predict .opblock-summary-control").click();
      var operation = page.locator("#operations-prediction-predict");
      operation
          .locator("input[type=file]")
          .setInputFiles(new FilePayload("drawing.png", "image/png", png));
      operation.locator("button.execute").click();

      var answer = operation.locator(".live-responses-table");
      PlaywrightAssertions.assertThat(answer.locator("tr.response td.response-col_status"))
          .containsText(OK);
      PlaywrightAssertions.assertThat(answer.locator("tr.response td.response-col_description"))
          .containsText("\"digit\": " + expected);
    }
    assertThat(foreign).isEmpty();
    assertThat(errors).isEmpty();
  }

  private static BrowserType.LaunchOptions options(Path chromium) {
    return new BrowserType.LaunchOptions()
        .setExecutablePath(chromium)
        .setHeadless(true)
        // Containers and CI run as root, where Chromium's sandbox refuses to start.
        .setArgs(
            List.of(
                "--no-sandbox",
                "--disable-gpu",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync"));
  }

  private static Optional<Path> installedChromium() {
    return Stream.of(
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
            "C:/Program Files/Google/Chrome/Application/chrome.exe")
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst();
  }
}
