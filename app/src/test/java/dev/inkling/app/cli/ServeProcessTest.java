package dev.inkling.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.app.Main;
import dev.inkling.model.ink.DrawingRenderer;
import dev.inkling.model.ink.ScriptedHand;
import dev.inkling.model.serving.OwnProcess;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

/// `inkling serve` as the process that it is, and what the system does to it.
@Timeout(240)
class ServeProcessTest {
  private static final byte[] TWO = new DrawingRenderer().png(ScriptedHand.draw(2));
  private static final Pattern ADDRESS = Pattern.compile("answers at (http://\\S+)/predict");

  /// What Java ends with after SIGTERM.
  private static final int TERMINATED = 143;

  @TempDir private Path folder;
  private Path settings;

  @BeforeEach
  void settingsOfItsOwn() throws IOException {
    settings = Files.writeString(folder.resolve("inkling.yaml"), "log.access: text");
  }

  /// A running server.
  private record Server(Process process, BufferedReader out, URI address) implements AutoCloseable {
    @Override
    public void close() {
      process.destroyForcibly();
    }
  }

  @Test
  void killedUnderLoadItStartsAgainOnTheSamePort() throws Exception {
    URI address;
    try (Server server = start(0);
        var threads = Executors.newVirtualThreadPerTaskExecutor();
        var http = HttpClient.newHttpClient()) {
      address = server.address();
      var answered = new CountDownLatch(8);
      for (int i = 0; i < 4; i++) {
        threads.execute(() -> askUntilItFails(http, server.address(), answered));
      }
      answered.await();

      server.process().destroyForcibly().waitFor();
    }
    try (Server again = start(address.getPort());
        var http = HttpClient.newHttpClient()) {
      assertThat(again.address()).isEqualTo(address);
      assertThat(ask(http, address)).isEqualTo(200);
    }
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "it has no SIGTERM")
  void toldToEndItEndsAndHasToldOfEveryRequest() throws Exception {
    try (Server server = start(0);
        var http = HttpClient.newHttpClient()) {
      assertThat(ask(http, server.address())).isEqualTo(200);

      server.process().toHandle().destroy();

      List<String> lines = server.out().lines().toList();
      assertThat(server.process().waitFor()).isEqualTo(TERMINATED);
      assertThat(lines)
          .singleElement()
          .asString()
          .matches("\\S+Z \\S+ POST /predict 200 " + TWO.length + " \\d+ \\S+ robust/\\d+ digit");
    }
  }

  /// In the midst of its start Helidon found no place for temporary files any more, and Java
  /// crashed.
  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "it has no SIGTERM")
  void toldToEndWhileItLoadsItsModelsItStartsFirst() throws Exception {
    int port;
    try (var free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    Process process = launch(port, System.getProperty("java.class.path"));
    try {
      // It listens first, and then loads.
      WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> listens(port));

      process.toHandle().destroy();

      assertThat(process.inputReader().lines()).singleElement().asString().containsPattern(ADDRESS);
      assertThat(process.waitFor()).isEqualTo(TERMINATED);
      assertThat(folder.resolve("errors-" + port + ".txt")).isEmptyFile();
    } finally {
      process.destroyForcibly();
    }
  }

  /// The server image has no JavaFX in it (packaging/container).
  @Test
  void itServesWithoutTheWindowsLibraries() throws Exception {
    String windowless =
        Pattern.compile(Pattern.quote(File.pathSeparator))
            .splitAsStream(System.getProperty("java.class.path"))
            .filter(entry -> !entry.matches(".*(javafx|atlantafx|ikonli)-[^/\\\\]*\\.jar"))
            .collect(Collectors.joining(File.pathSeparator));
    assertThat(windowless).isNotEqualTo(System.getProperty("java.class.path"));

    try (Server server = start(0, windowless);
        var http = HttpClient.newHttpClient()) {
      assertThat(ask(http, server.address())).isEqualTo(200);
    }
  }

  private Server start(int port) throws IOException {
    return start(port, System.getProperty("java.class.path"));
  }

  private Server start(int port, String classPath) throws IOException {
    Process process = launch(port, classPath);
    BufferedReader out = process.inputReader();
    String line = out.readLine();
    Matcher address = ADDRESS.matcher(String.valueOf(line));
    assertThat(address.find()).as(line).isTrue();
    return new Server(process, out, URI.create(address.group(1)));
  }

  private Process launch(int port, String classPath) throws IOException {
    ProcessBuilder java = OwnProcess.java(Main.class, "-XX:+UseSerialGC", "-cp", classPath);
    java.command()
        .addAll(List.of("serve", "--config", settings.toString(), "--port", String.valueOf(port)));
    // TensorFlow greets on stderr otherwise.
    java.environment().put("TF_CPP_MIN_LOG_LEVEL", "2");
    return java.redirectError(folder.resolve("errors-" + port + ".txt").toFile()).start();
  }

  private static boolean listens(int port) {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException notYet) {
      return false;
    }
  }

  private static void askUntilItFails(HttpClient http, URI address, CountDownLatch answered) {
    try {
      while (ask(http, address) == 200) {
        answered.countDown();
      }
    } catch (IOException killed) {
      // As it was to be.
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static int ask(HttpClient http, URI address) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(address.resolve("/predict"))
            .header("Content-Type", "image/png")
            .POST(BodyPublishers.ofByteArray(TWO))
            .build();
    return http.send(request, BodyHandlers.discarding()).statusCode();
  }
}
