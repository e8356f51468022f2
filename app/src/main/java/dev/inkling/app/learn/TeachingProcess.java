package dev.inkling.app.learn;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// Teaches by `inkling train` in a process of its own, of low priority: the pen never waits for it,
/// TensorFlow computes as it does best for learning and not as for reading, and whatever happens to
/// it happens to nothing else.
///
/// @param experiments the file to learn from
/// @param models the folder that has the model
/// @param candidates gets the new version
public record TeachingProcess(Path experiments, Path models, Path candidates) implements Teacher {
  private static final String PACKAGED = "jpackage.app-path";
  private static final Path NICE = Path.of("/usr/bin/nice");
  private static final int FAREWELL_SECONDS = 15;

  @Override
  public TeachingLine.Taught teach(String model, Consumer<TeachingLine.Step> steps)
      throws IOException, InterruptedException {
    Files.createDirectories(candidates);
    Path complaints = Files.createTempFile("inkling-teaching", ".log");
    Process process =
        new ProcessBuilder(command(model)).redirectError(Redirect.to(complaints.toFile())).start();
    try {
      Optional<TeachingLine.Taught> taught = listen(process, steps);
      int status = process.waitFor();
      if (taught.isEmpty()) {
        throw new IOException(complaint(complaints, status));
      }
      return taught.get();
    } finally {
      stop(process);
      Files.deleteIfExists(complaints);
    }
  }

  /// Reading lines does not hear an interrupt, so somebody else does.
  private static Optional<TeachingLine.Taught> listen(
      Process process, Consumer<TeachingLine.Step> steps) throws InterruptedException {
    var heard = new ArrayList<TeachingLine.Taught>();
    Thread ear =
        Thread.ofVirtual()
            .start(
                () -> {
                  try (BufferedReader lines = process.inputReader()) {
                    lines
                        .lines()
                        .forEach(
                            line ->
                                TeachingLine.read(line)
                                    .ifPresent(
                                        said -> {
                                          switch (said) {
                                            case TeachingLine.Step step -> steps.accept(step);
                                            case TeachingLine.Taught end -> heard.add(end);
                                          }
                                        }));
                  } catch (IOException | UncheckedIOException gone) {
                    // The process has ended; its status tells how.
                  }
                });
    ear.join();
    return heard.stream().findFirst();
  }

  /// Asks it to stop, which it does after the step in hand.
  private static void stop(Process process) throws InterruptedException {
    process.destroy();
    if (!process.waitFor(FAREWELL_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
  }

  private static String complaint(Path complaints, int status) throws IOException {
    return Files.readAllLines(complaints).stream()
        .filter(line -> line.startsWith("inkling: "))
        .map(line -> line.substring("inkling: ".length()))
        .findFirst()
        .orElse("The process that learns has ended with status %d.".formatted(status));
  }

  private List<String> command(String model) {
    var command = new ArrayList<String>();
    if (Files.isExecutable(NICE)) {
      command.addAll(List.of(NICE.toString(), "-n", "15"));
    }
    command.addAll(program());
    command.addAll(
        List.of(
            "train",
            "--from",
            model,
            "--drawings",
            experiments.toString(),
            "--models",
            models.toString(),
            "--out",
            candidates.toString(),
            "--lines"));
    return command;
  }

  /// This program once more: its own launcher where it is installed, else Java with what it was
  /// started with.
  private static List<String> program() {
    String packaged = System.getProperty(PACKAGED);
    if (packaged != null) {
      return List.of(packaged);
    }
    var java = new ArrayList<String>();
    java.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        // Nobody debugs it, and it needs other memory and other classes than a window does.
        .filter(argument -> !argument.matches("-(agentlib|javaagent|Xm|XX:.*SharedArchive).*"))
        .forEach(java::add);
    String modules = System.getProperty("jdk.module.path");
    if (modules == null) {
      java.addAll(List.of("-cp", System.getProperty("java.class.path"), "dev.inkling.app.Main"));
    } else {
      java.addAll(List.of("-p", modules, "-m", "dev.inkling.app/dev.inkling.app.Main"));
    }
    return java;
  }
}
