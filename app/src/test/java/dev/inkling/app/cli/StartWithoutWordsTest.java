package dev.inkling.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.app.Main;
import dev.inkling.app.instance.OneWindow;
import dev.inkling.model.serving.OwnProcess;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

/// `inkling` as a menu starts it, in a process of its own and folders of its own.
@Timeout(120)
@EnabledOnOs(value = OS.LINUX, disabledReason = "the folders are named as Linux names them")
class StartWithoutWordsTest {
  @TempDir private Path folder;

  private final List<Process> started = new ArrayList<>();

  @AfterEach
  void stop() throws InterruptedException {
    for (Process process : started) {
      process.destroyForcibly().waitFor();
    }
  }

  @Test
  void theWindowOpensAndAnotherStartHandsItsFilesToIt() throws Exception {
    Process window = start(Map.of("INKLING_SERVER_PORT", "0"));
    WaitForAsyncUtils.waitFor(
        60,
        TimeUnit.SECONDS,
        () -> !window.isAlive() || OneWindow.handOver(folder.resolve("inkling"), List.of()));
    assertThat(window.isAlive()).as(errors()).isTrue();

    assertThat(start(Map.of("INKLING_SERVER_PORT", "0")).waitFor()).as(errors()).isZero();
  }

  @Test
  void theServerIsWhereThePersonMovedItTheLastTime() throws Exception {
    int port;
    try (var free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    Path settings = Files.createDirectories(folder.resolve("inkling"));
    Files.writeString(settings.resolve("window.properties"), "port = " + port);
    Process window = start(Map.of());
    var ready = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/health/ready"));

    try (var http = HttpClient.newHttpClient()) {
      WaitForAsyncUtils.waitFor(
          60,
          TimeUnit.SECONDS,
          () -> {
            assertThat(window.isAlive()).as(errors()).isTrue();
            try {
              return http.send(ready.build(), BodyHandlers.discarding()).statusCode() == 200;
            } catch (ConnectException notYet) {
              return false;
            }
          });
    }
  }

  @Test
  void aSettingThatCanNotBeIsToldAsTheCommandLineTellsIt() throws Exception {
    assertThat(start(Map.of("INKLING_SERVER_PORT", "many")).waitFor()).isEqualTo(2);
    assertThat(errors())
        .contains("INKLING_SERVER_PORT")
        .contains("many")
        .doesNotContain("Exception");
  }

  private Process start(Map<String, String> environment) throws IOException {
    var java =
        OwnProcess.java(
                Main.class, "-XX:+UseSerialGC", "-Dglass.platform=Headless", "-Dprism.order=sw")
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(folder.resolve("errors.txt").toFile());
    java.environment().put("XDG_CONFIG_HOME", folder.toString());
    java.environment().put("XDG_DATA_HOME", folder.toString());
    java.environment().putAll(environment);
    Process process = java.start();
    started.add(process);
    return process;
  }

  private String errors() throws IOException {
    return Files.readString(folder.resolve("errors.txt"));
  }
}
