package dev.inkling.app.settings;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// What the unit, the image and the manifests say to the program is what it understands.
class DeployedSettingsTest {
  private static final Path PACKAGING = Path.of("..", "packaging");
  private static final Path UNIT = PACKAGING.resolve("systemd/inkling.service");
  private static final Path DOCKERFILE = PACKAGING.resolve("container/Dockerfile");
  private static final Path DEPLOYMENT = PACKAGING.resolve("kubernetes/base/deployment.yaml");
  private static final Path KSERVE = PACKAGING.resolve("kubernetes/kserve/inkling.yaml");

  @Test
  void everyVariableIsASetting() throws IOException {
    Set<String> known = Settings.ALL.stream().map(Setting::variable).collect(toSet());

    for (Path file : new Path[] {UNIT, DOCKERFILE, DEPLOYMENT, KSERVE}) {
      Set<String> used =
          Pattern.compile("INKLING_[A-Z_]+")
              .matcher(Files.readString(file))
              .results()
              .map(MatchResult::group)
              .collect(toSet());
      assertThat(used).as(file.toString()).isNotEmpty().isSubsetOf(known);
    }
  }

  @Test
  void whoStopsItWaitsLongerThanItTakesToAnswerWhatItHasAccepted() throws IOException {
    int drain = Integer.parseInt(Settings.DRAIN_SECONDS.fallback());

    String unit = Files.readString(UNIT);
    assertThat(Integer.parseInt(unit.replaceAll("(?s).*\\nTimeoutStopSec=(\\d+)\\n.*", "$1")))
        .isGreaterThan(drain);

    JsonNode pod = yaml(DEPLOYMENT).at("/spec/template/spec");
    JsonNode container = pod.at("/containers/0");
    int before = container.at("/lifecycle/preStop/sleep/seconds").intValue();
    int itsDrain =
        value(container, Settings.DRAIN_SECONDS).map(Integer::parseInt).findAny().orElseThrow();
    assertThat(pod.get("terminationGracePeriodSeconds").intValue())
        .isGreaterThan(before + itsDrain);
  }

  @Test
  void theDeploymentRunsAsTheImageDoesAndFindsItsToken() throws IOException {
    JsonNode pod = yaml(DEPLOYMENT).at("/spec/template/spec");
    JsonNode container = pod.at("/containers/0");

    assertThat(Files.readString(DOCKERFILE))
        .contains(
            "USER %1$s:%1$s\n".formatted(pod.at("/securityContext/runAsUser").intValue()),
            "EXPOSE %s\n".formatted(container.at("/ports/0/containerPort").intValue()));
    assertThat(value(container, Settings.TOKEN_FILE))
        .singleElement()
        .asString()
        .startsWith(container.at("/volumeMounts/0/mountPath").stringValue() + "/");
  }

  private static JsonNode yaml(Path file) throws IOException {
    return new YAMLMapper().readTree(Files.readString(file));
  }

  private static Stream<String> value(JsonNode container, Setting<?> setting) {
    return container
        .get("env")
        .valueStream()
        .filter(each -> each.get("name").stringValue().equals(setting.variable()))
        .map(each -> each.get("value").stringValue());
  }
}
