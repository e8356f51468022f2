package dev.inkling.app.server;

import dev.inkling.api.AccessRules;
import dev.inkling.api.BearerToken;
import dev.inkling.api.ServerCertificate;
import dev.inkling.api.ServerOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Whom a server answers, and how, as a person chooses it: with names of files.
///
/// @param hosts further names under which it is reached
/// @param origins pages elsewhere that may ask it
/// @param tokenFile the file with its token; if none is named, the user's own where one is needed
/// @param certificate a PEM chain, or a PKCS 12 file
/// @param key the PEM chain's
/// @param passphrase the PKCS 12 file's
public record Safety(
    List<String> hosts,
    List<String> origins,
    Optional<Path> tokenFile,
    Optional<Path> certificate,
    Optional<Path> key,
    String passphrase) {

  /// The options with all of it.
  ///
  /// @throws IllegalArgumentException with a sentence that says what is wrong
  public ServerOptions on(ServerOptions plain) {
    ServerOptions options =
        plain.withAccess(new AccessRules(Set.copyOf(hosts), Set.copyOf(origins), Optional.empty()));
    if (tokenFile.isPresent() || options.isBeyondLoopback()) {
      options = options.withAccess(options.access().withToken(token()));
    }
    return certificate.isPresent()
        ? options.withCertificate(certificate(certificate.get()))
        : options;
  }

  /// Where the token lies, or would.
  public Path tokenPath() {
    return tokenFile.orElseGet(() -> ConfigFolder.ofThisUser().resolve("token"));
  }

  private BearerToken token() {
    try {
      return new TokenFile(tokenPath()).token();
    } catch (IOException | IllegalArgumentException unusable) {
      throw new IllegalArgumentException(
          "There is no token to be had from %s (%s): name another file with --token-file."
              .formatted(tokenPath(), unusable.getMessage()),
          unusable);
    }
  }

  private ServerCertificate certificate(Path file) {
    return key.<ServerCertificate>map(itsKey -> new ServerCertificate.Pem(read(file), read(itsKey)))
        .orElseGet(() -> new ServerCertificate.Pkcs12(read(file), passphrase.toCharArray()));
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException unreadable) {
      throw new IllegalArgumentException(
          "%s can't be read: name the files with --tls-cert and --tls-key.".formatted(file),
          unreadable);
    }
  }
}
