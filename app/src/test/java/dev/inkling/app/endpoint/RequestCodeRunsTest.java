package dev.inkling.app.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.inkling.api.AccessRules;
import dev.inkling.api.BearerToken;
import dev.inkling.api.InklingServer;
import dev.inkling.api.ServerOptions;
import dev.inkling.app.predict.HttpPredictor;
import dev.inkling.model.ink.DrawingRenderer;
import dev.inkling.model.ink.ScriptedHand;
import dev.inkling.model.serving.ShippedModels;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the window shows is run as who copies it runs it: beside a saved `drawing.png`, where the
/// machine has the language.
class RequestCodeRunsTest {
  private static final BearerToken TOKEN = BearerToken.random();
  private static InklingServer here;
  private static InklingServer everywhere;

  @TempDir private Path folder;

  @BeforeAll
  static void listen() {
    here = InklingServer.start(new ServerOptions("127.0.0.1", 0), ShippedModels.store());
    everywhere =
        InklingServer.start(
            new ServerOptions("0.0.0.0", 0)
                .withAccess(AccessRules.thisMachineOnly().withToken(TOKEN)),
            ShippedModels.store());
  }

  @AfterAll
  static void stop() {
    here.close();
    everywhere.close();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void curlInAShell(boolean withToken) throws Exception {
    assumeInstalled("curl");
    assertThat(run(List.of("sh", script("it.sh", RequestCode.CURL, withToken))))
        .contains("\"digit\":7", "\"seen\":\"");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void python(boolean withToken) throws Exception {
    assumeInstalled("python3");
    assumeTrue(succeeds("python3", "-c", "import requests"), "Python has no 'requests' here");
    assertThat(run(List.of("python3", script("it.py", RequestCode.PYTHON, withToken))))
        .isEqualToIgnoringNewLines("7");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void javaScript(boolean withToken) throws Exception {
    assumeInstalled("node");
    assertThat(run(List.of("node", script("it.mjs", RequestCode.JAVASCRIPT, withToken))))
        .isEqualToIgnoringNewLines("7");
  }

  private String script(String name, RequestCode language, boolean withToken) throws IOException {
    Files.write(folder.resolve("drawing.png"), new DrawingRenderer().png(ScriptedHand.draw(7)));
    InklingServer server = withToken ? everywhere : here;
    Optional<String> token = withToken ? Optional.of(TOKEN.value()) : Optional.empty();
    String code = language.of(server.address(), HttpPredictor.PATH, token);
    return Files.writeString(folder.resolve(name), code).toString();
  }

  private String run(List<String> command) throws Exception {
    Path printed = folder.resolve("printed");
    Path complaints = folder.resolve("complaints");
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(printed.toFile())
            .redirectError(complaints.toFile())
            .start();
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).as("ended").isTrue();
    assertThat(process.exitValue()).as(Files.readString(complaints)).isZero();
    return Files.readString(printed, StandardCharsets.UTF_8);
  }

  private static boolean succeeds(String... command) throws Exception {
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    return process.waitFor() == 0;
  }

  private static void assumeInstalled(String program) {
    assumeTrue(
        Stream.of(System.getenv("PATH").split(java.io.File.pathSeparator))
            .anyMatch(directory -> Files.isExecutable(Path.of(directory, program))),
        "There is no '" + program + "' here");
  }
}
