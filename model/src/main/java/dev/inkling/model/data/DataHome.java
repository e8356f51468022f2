package dev.inkling.model.data;

import dev.inkling.model.DataUnusable;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Where training and test data lies: a folder that the user names, or a cache that is filled from
/// the data's public home when something is asked for the first time.
public final class DataHome {
  private static final List<String> SUFFIXES =
      Stream.concat(
              Stream.of(""), Arrays.stream(DataFile.Packing.values()).map(DataFile.Packing::suffix))
          .toList();

  private final Path folder;
  private final Optional<Consumer<String>> onDownload;

  private DataHome(Path folder, Optional<Consumer<String>> onDownload) {
    this.folder = folder;
    this.onDownload = onDownload;
  }

  /// Only what lies in `folder` itself or in its `mnist` or `pendigits` folder, plain or packed;
  /// nothing is downloaded.
  public static DataHome at(Path folder) {
    return new DataHome(folder, Optional.empty());
  }

  /// The user's cache, filled from the data sets' public homes.
  ///
  /// @param onDownload is told the address of each file before it is fetched
  public static DataHome cache(Consumer<String> onDownload) {
    return cache(userCache(), onDownload);
  }

  static DataHome cache(Path folder, Consumer<String> onDownload) {
    return new DataHome(folder, Optional.of(onDownload));
  }

  /// The path of that file, which is fetched when a cache lacks it. Its content is checked by
  /// whoever reads it.
  ///
  /// @throws DataUnusable if it is not there and can't be fetched
  public Path find(DataFile file) {
    return Stream.of(folder, folder.resolve("mnist"), folder.resolve("pendigits"))
        .flatMap(place -> SUFFIXES.stream().map(suffix -> place.resolve(file.name() + suffix)))
        .filter(Files::isRegularFile)
        .findFirst()
        .orElseGet(
            () ->
                onDownload
                    .map(listener -> download(file, listener))
                    .orElseThrow(
                        () ->
                            new DataUnusable(
                                "There is no %s[.gz] in %s: name the folder that has it with --data."
                                    .formatted(file.name(), folder))));
  }

  /// Fetches to a temporary name, checks, and only then moves: a broken download leaves nothing
  /// that the next run would take for data.
  private Path download(DataFile file, Consumer<String> listener) {
    URI address = file.address();
    listener.accept(address.toString());
    try {
      Files.createDirectories(folder);
      Path part = Files.createTempFile(folder, file.name(), ".part");
      try {
        fetch(address, part);
        String sum = Unpacked.sha256(part);
        if (!sum.equals(file.sha256())) {
          throw new DataUnusable(
              "%s has other contents than expected (SHA-256 %s): try again, or name a folder that has the data with --data."
                  .formatted(address, sum));
        }
        return Files.move(part, folder.resolve(file.packedName()), StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(part);
      }
    } catch (IOException broken) {
      throw new DataUnusable(
          "%s could not be fetched (%s): try again, or name a folder that has the data with --data."
              .formatted(address, broken),
          broken);
    }
  }

  private static void fetch(URI address, Path target) throws IOException {
    var request = HttpRequest.newBuilder(address).timeout(Duration.ofMinutes(5)).build();
    try (HttpClient client =
        HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(Duration.ofSeconds(20))
            .build()) {
      HttpResponse<InputStream> response =
          client.send(request, HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream body = response.body()) {
        if (response.statusCode() != 200) {
          throw new IOException("HTTP status " + response.statusCode());
        }
        Files.copy(body, target, StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", stopped);
    }
  }

  /// Where each system wants a program's cache: XDG on Linux, Library/Caches on macOS,
  /// LOCALAPPDATA on Windows.
  private static Path userCache() {
    String system = System.getProperty("os.name", "");
    Path home = Path.of(System.getProperty("user.home", "."));
    Path caches;
    if (system.startsWith("Windows")) {
      caches = fromEnvironment("LOCALAPPDATA").orElse(home.resolve("AppData/Local"));
    } else if (system.startsWith("Mac")) {
      caches = home.resolve("Library/Caches");
    } else {
      caches = fromEnvironment("XDG_CACHE_HOME").orElse(home.resolve(".cache"));
    }
    return caches.resolve("inkling");
  }

  private static Optional<Path> fromEnvironment(String variable) {
    return Optional.ofNullable(System.getenv(variable))
        .filter(value -> !value.isBlank())
        .map(Path::of);
  }
}
