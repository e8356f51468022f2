package dev.inkling.app.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.inkling.api.BearerToken;
import dev.inkling.api.ServerCertificate;
import dev.inkling.api.ServerOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SafetyTest {
  private static final ServerOptions BEYOND = new ServerOptions("0.0.0.0", 8000);

  @TempDir private Path folder;

  @Test
  void onThisMachineNoTokenIsNeededAndNoneIsMade() {
    assertThat(safety(Optional.empty()).on(ServerOptions.defaults()).access().token()).isEmpty();
  }

  @Test
  void beyondItATokenIsMadeAndServesTheNextStartToo() throws IOException {
    Path file = folder.resolve("of/inkling/token");

    BearerToken first = token(safety(Optional.of(file)).on(BEYOND));
    BearerToken second = token(safety(Optional.of(file)).on(BEYOND));

    assertThat(second).isEqualTo(first);
    assertThat(Files.readString(file).strip()).isEqualTo(first.value());
    try (Stream<Path> files = Files.list(file.getParent())) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void nobodyButItsOwnerReadsTheToken() throws IOException {
    assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
    Path file = folder.resolve("token");

    safety(Optional.of(file)).on(BEYOND);

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void aTokenOfOnesOwnIsTaken() throws IOException {
    Path file = Files.writeString(folder.resolve("token"), "my-own-token-of-24-letters\n");

    assertThat(token(safety(Optional.of(file)).on(ServerOptions.defaults())).value())
        .isEqualTo("my-own-token-of-24-letters");
  }

  @Test
  void aFileThatHoldsNoTokenIsNamed() throws IOException {
    Path file = Files.writeString(folder.resolve("token"), "short");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> safety(Optional.of(file)).on(BEYOND))
        .withMessageContaining(file.toString())
        .withMessageContaining("--token-file");
  }

  @Test
  void aTokenThatCanNotBeKeptIsToldWithItsFile() throws IOException {
    Path file = Files.writeString(folder.resolve("no-folder"), "").resolve("token");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> safety(Optional.of(file)).on(BEYOND))
        .withMessageContaining(file.toString());
  }

  @Test
  void theFilesOfACertificateAreRead() throws IOException {
    Path chain = Files.writeString(folder.resolve("chain.pem"), "chain");
    Path key = Files.writeString(folder.resolve("key.pem"), "key");

    ServerOptions pem = certified(Optional.of(chain), Optional.of(key));
    ServerOptions pkcs12 = certified(Optional.of(chain), Optional.empty());

    assertThat(pem.certificate()).containsInstanceOf(ServerCertificate.Pem.class);
    assertThat(pkcs12.certificate()).containsInstanceOf(ServerCertificate.Pkcs12.class);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> certified(Optional.of(folder.resolve("none.pem")), Optional.of(key)))
        .withMessageContaining("none.pem");
  }

  private static ServerOptions certified(Optional<Path> chain, Optional<Path> key) {
    return new Safety(List.of(), List.of(), Optional.empty(), chain, key, "secret")
        .on(ServerOptions.defaults());
  }

  private static BearerToken token(ServerOptions options) {
    return options.access().token().orElseThrow();
  }

  private static Safety safety(Optional<Path> tokenFile) {
    return new Safety(List.of(), List.of(), tokenFile, Optional.empty(), Optional.empty(), "");
  }
}
