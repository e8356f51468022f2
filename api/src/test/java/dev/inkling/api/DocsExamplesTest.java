package dev.inkling.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.inkling.api.RunningServer.Client;
import dev.inkling.model.ink.DrawingRenderer;
import dev.inkling.model.ink.ScriptedHand;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Runs what docs/api.md shows, as its reader would, in a folder with a `seven.png`.
@ExtendWith(RunningServer.class)
class DocsExamplesTest {
  private static final Path PAGE = Path.of("..", "docs", "api.md");
  private static final Pattern FENCE = Pattern.compile("(?ms)^```(\\w+)\\n(.*?)^```$");
  private static final String SERVER = "http://127.0.0.1:8000";
  private static final String PYTHON = "python3";
  private static final JsonMapper JSON = new JsonMapper();

  @TempDir private Path folder;

  /// A program, and what it prints if the page says so.
  record Example(
      int line, String language, String code, Optional<String> text, Optional<String> json) {
    @Override
    public String toString() {
      return language + " in line " + line;
    }
  }

  static List<Example> examples() throws IOException {
    String page = Files.readString(PAGE).replace("\r\n", "\n");
    var examples = new ArrayList<Example>();
    Matcher fences = FENCE.matcher(page);
    while (fences.find()) {
      String content = fences.group(2);
      int line = (int) page.substring(0, fences.start()).lines().count() + 1;
      switch (fences.group(1)) {
        case "text" ->
            examples.add(printing(examples.removeLast(), Optional.of(content), Optional.empty()));
        case "json" ->
            examples.add(printing(examples.removeLast(), Optional.empty(), Optional.of(content)));
        default ->
            examples.add(
                new Example(line, fences.group(1), content, Optional.empty(), Optional.empty()));
      }
    }
    return examples;
  }

  private static Example printing(Example example, Optional<String> text, Optional<String> json) {
    return new Example(example.line, example.language, example.code, text, json);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("examples")
  void anExampleDoesWhatThePageSays(Example example, Client client) throws Exception {
    Files.write(folder.resolve("seven.png"), new DrawingRenderer().png(ScriptedHand.draw(7)));
    assumeTrue(
        !example.code.contains(":explain") || explains(client),
        "The shipped model was written without its saliency signature");
    String code = example.code.replace(SERVER, client.server().address().toString());

    String printed = run(command(example.language, code));

    assertThat(printed).isNotBlank();
    example.text.ifPresent(text -> assertThat(printed).isEqualToNormalizingNewlines(text));
    example.json.ifPresent(json -> assertIsLike(JSON.readTree(printed), JSON.readTree(json)));
  }

  private static boolean explains(Client client) {
    return client.get("/v1/models/robust/metadata").json().toString().contains("\"saliency\":");
  }

  private List<String> command(String language, String code) throws Exception {
    return switch (language) {
      case "sh" -> {
        assumeInstalled("curl");
        yield List.of("sh", script("example.sh", code));
      }
      case "python" -> {
        assumeInstalled(PYTHON);
        assumeTrue(
            succeeds(List.of(PYTHON, "-c", "import requests")),
            "Python has no module 'requests' here");
        yield List.of(PYTHON, script("example.py", code));
      }
      case "javascript" -> {
        assumeInstalled("node");
        yield List.of("node", script("example.js", code));
      }
      case "java" ->
          List.of(
              Path.of(System.getProperty("java.home"), "bin", "java").toString(),
              script("Example.java", code));
      default -> throw new AssertionError("How is " + language + " run?");
    };
  }

  private String script(String name, String code) throws IOException {
    return Files.writeString(folder.resolve(name), code).toString();
  }

  private static void assumeInstalled(String program) {
    assumeTrue(
        Stream.of(System.getenv("PATH").split(java.io.File.pathSeparator))
            .anyMatch(directory -> Files.isExecutable(Path.of(directory, program))),
        "There is no '" + program + "' here");
  }

  private boolean succeeds(List<String> command) throws Exception {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getInputStream().readAllBytes();
    return process.waitFor() == 0;
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

  /// The same members with the same texts and whole numbers; fractions and ids differ each time.
  private static void assertIsLike(JsonNode printed, JsonNode shown) {
    assertThat(printed.getNodeType()).isEqualTo(shown.getNodeType());
    assertThat(printed.propertyNames()).isEqualTo(shown.propertyNames());
    for (String name : shown.propertyNames()) {
      if (!name.equals("request_id")) {
        assertIsLike(printed.get(name), shown.get(name));
      }
    }
    if (shown.isArray()) {
      assertThat(printed).hasSameSizeAs(shown);
    }
    if (shown.isString() || shown.isIntegralNumber()) {
      assertThat(printed).isEqualTo(shown);
    }
  }
}
