package dev.inkling.app.server;

import dev.inkling.api.BearerToken;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The file that the server and those who may ask it share: whoever can read it is let in.
record TokenFile(Path path) {

  /// The token in the file; if there is no such file, one with a new token is written.
  ///
  /// @throws IOException if the file can be neither read nor written
  /// @throws IllegalArgumentException if what stands in it is no token
  BearerToken token() throws IOException {
    if (Files.notExists(path)) {
      write(BearerToken.random());
    }
    return new BearerToken(Files.readString(path).strip());
  }

  /// Nobody ever sees half of it, nor can anyone but its owner read it at any moment: temporary
  /// files are made with mode 0600, and it is moved to its place as a whole.
  private void write(BearerToken token) throws IOException {
    Path folder = path.toAbsolutePath().getParent();
    Files.createDirectories(folder);
    Path unfinished = Files.createTempFile(folder, ".token", "");
    try {
      Files.writeString(unfinished, token.value() + "\n");
      Files.move(unfinished, path);
    } catch (FileAlreadyExistsException another) {
      // Another server has been quicker: its token holds for both.
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }
}
