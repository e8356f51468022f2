package dev.inkling.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.openqa.selenium.support.ui.ExpectedConditions.elementToBeClickable;
import static org.openqa.selenium.support.ui.ExpectedConditions.presenceOfElementLocated;
import static org.openqa.selenium.support.ui.ExpectedConditions.textToBePresentInElementLocated;

import dev.inkling.api.RunningServer.Client;
import dev.inkling.model.ink.DrawingRenderer;
import dev.inkling.model.ink.ScriptedHand;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

/// The documentation page in a real browser, where the system has Chromium or Chrome and its
/// driver. Where CI runs it must.
@ExtendWith(RunningServer.class)
class SwaggerPageTest {
  private static final String OPERATION = "#operations-prediction-predict ";

  @TempDir private Path folder;

  @Test
  void aDrawingCanBeTriedOutWithoutTheInternet(Client client) throws IOException {
    tryOut(client, client.at("/docs"));
  }

  /// As those who scan the window's code open it.
  @Test
  void beyondThisMachineTheTokenComesBehindTheAddress() throws IOException {
    BearerToken token = BearerToken.random();
    var everywhere =
        new ServerOptions("0.0.0.0", 0).withAccess(AccessRules.thisMachineOnly().withToken(token));
    try (Client client = RunningServer.start(everywhere)) {
      tryOut(client, client.at("/docs/#token=" + token.value()));
    }
  }

  private void tryOut(Client client, URI address) throws IOException {
    Optional<Path> browser =
        installed(
            "/usr/bin/chromium",
            "/usr/bin/google-chrome",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
            "C:/Program Files/Google/Chrome/Application/chrome.exe");
    Optional<Path> driver =
        installed(
            "/usr/bin/chromedriver",
            System.getenv().getOrDefault("CHROMEWEBDRIVER", "") + "/chromedriver",
            System.getenv().getOrDefault("CHROMEWEBDRIVER", "") + "/chromedriver.exe");
    assumeTrue(
        (browser.isPresent() && driver.isPresent()) || System.getenv("CI") != null,
        "This system has no Chromium with its driver");

    byte[] png = new DrawingRenderer().png(ScriptedHand.draw(2));
    Path drawing = Files.write(folder.resolve("drawing.png"), png);
    ChromeDriver page = open(browser.orElseThrow(), driver.orElseThrow());
    try {
      var wait = new WebDriverWait(page, Duration.ofSeconds(20));
      page.get(address.toString());
      wait.until(elementToBeClickable(By.cssSelector(OPERATION + ".opblock-summary-control")))
          .click();
      wait.until(presenceOfElementLocated(By.cssSelector(OPERATION + "input[type=file]")))
          .sendKeys(drawing.toString());
      wait.until(elementToBeClickable(By.cssSelector(OPERATION + "button.execute"))).click();

      By answer = By.cssSelector(OPERATION + ".live-responses-table tr.response");
      wait.until(textToBePresentInElementLocated(answer, "\"digit\": 2"));
      assertThat(page.findElement(answer).getText()).startsWith("200");
      assertThat(page.getCurrentUrl()).doesNotContain("token=");
      assertThat(resources(page))
          .isNotEmpty()
          .allMatch(url -> url.startsWith(client.at("/").toString()));
      assertThat(page.manage().logs().get(LogType.BROWSER).getAll())
          .extracting(LogEntry::getMessage)
          .isEmpty();
    } finally {
      page.quit();
    }
  }

  /// Everything that the page has loaded.
  @SuppressWarnings("unchecked")
  private static List<String> resources(JavascriptExecutor page) {
    return (List<String>)
        page.executeScript(
            "return performance.getEntriesByType('resource').map(e => e.name)"
                + ".filter(name => !name.startsWith('data:'))");
  }

  private static ChromeDriver open(Path browser, Path driver) {
    var logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.SEVERE);
    var options = new ChromeOptions();
    options.setBinary(browser.toString());
    options.setCapability("goog:loggingPrefs", logs);
    // Containers and CI run as root, where Chromium's sandbox refuses to start.
    options.addArguments(
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--window-size=1200,1600");
    var service = new ChromeDriverService.Builder().usingDriverExecutable(driver.toFile()).build();
    return new ChromeDriver(service, options);
  }

  private static Optional<Path> installed(String... places) {
    return Stream.of(places).map(Path::of).filter(Files::isExecutable).findFirst();
  }
}
