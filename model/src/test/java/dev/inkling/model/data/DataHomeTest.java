package dev.inkling.model.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import dev.inkling.model.DataUnusable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataHomeTest {
  private static final byte[] IDX = HexFormat.of().parseHex("0000080100000003" + "010203");
  private static final DataFile FILE =
      new DataFile(
          "three-idx1-ubyte", "c6db55be60ad7d9ff16b1d9ca1c3ad0ae3d4b7e6ec1f6c4d0eb1e7e0a0b3a5f0");

  @TempDir private Path folder;
  private final AtomicInteger requests = new AtomicInteger();
  private final List<String> announced = new ArrayList<>();
  private byte[] served = gzip(IDX);
  private HttpServer home;

  @BeforeEach
  void startTheDatasHome() throws IOException {
    home = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    home.createContext(
        "/data/three-idx1-ubyte.gz",
        exchange -> {
          requests.incrementAndGet();
          exchange.sendResponseHeaders(200, served.length);
          exchange.getResponseBody().write(served);
          exchange.close();
        });
    home.start();
  }

  @AfterEach
  void stopTheDatasHome() {
    home.stop(0);
  }

  @Test
  void whatIsMissingIsFetchedOnceAndKept() {
    DataFile file = new DataFile(FILE.name(), idxHash());

    Path first = cache().find(file);
    Path second = cache().find(file);

    assertThat(first).isEqualTo(second).isRegularFile();
    assertThat(requests).hasValue(1);
    assertThat(announced).singleElement().asString().endsWith("/data/three-idx1-ubyte.gz");
    assertThat(IdxFile.read(first).values()).containsExactly(1, 2, 3);
  }

  @Test
  void aDownloadWithOtherContentsLeavesNothingBehind() {
    assertThatExceptionOfType(DataUnusable.class)
        .isThrownBy(() -> cache().find(FILE))
        .withMessageContaining("SHA-256")
        .withMessageContaining("--data");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aBrokenDownloadLeavesNothingBehind() {
    served = new byte[] {0x1F, (byte) 0x8B, 8};

    assertThatExceptionOfType(DataUnusable.class).isThrownBy(() -> cache().find(FILE));
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aHomeThatDoesNotAnswerIsSaidSo() {
    home.stop(0);

    assertThatExceptionOfType(DataUnusable.class)
        .isThrownBy(() -> cache().find(FILE))
        .withMessageContaining("could not be fetched");
  }

  @Test
  void aNamedFolderMayKeepItPlainOrPackedHereOrUnderMnist() throws IOException {
    Path nested = Files.createDirectories(folder.resolve("mnist"));
    for (Path place : List.of(folder, nested)) {
      for (String suffix : List.of("", ".gz")) {
        Path file = place.resolve(FILE.name() + suffix);
        Files.write(file, suffix.isEmpty() ? IDX : gzip(IDX));

        assertThat(DataHome.at(folder).find(FILE)).isEqualTo(file);

        Files.delete(file);
      }
    }
  }

  @Test
  void aNamedFolderThatLacksItIsSaidSo() {
    assertThatExceptionOfType(DataUnusable.class)
        .isThrownBy(() -> DataHome.at(folder).find(FILE))
        .withMessageContaining(FILE.name())
        .withMessageContaining(folder.toString());
  }

  @Test
  void aFileThatIsNotMnistsIsRefused() throws IOException {
    for (DataFile file : Mnist.TRAIN.files()) {
      Files.write(folder.resolve(file.name()), IDX);
    }

    assertThatExceptionOfType(DataUnusable.class)
        .isThrownBy(() -> Mnist.TRAIN.read(DataHome.at(folder)))
        .withMessageContaining("train-images-idx3-ubyte");
  }

  @Test
  void brokenIdxFilesAreRefusedByName() throws IOException {
    Path file = folder.resolve("broken");
    for (String hex :
        List.of(
            "",
            "00",
            "00000801",
            "0000080100000004010203",
            "00000D0100000001ffffffff",
            "00000803ffffffffffffffffffffffff",
            "000008FF")) {
      Files.write(file, HexFormat.of().parseHex(hex));

      assertThatExceptionOfType(DataUnusable.class)
          .isThrownBy(() -> IdxFile.read(file))
          .withMessageContaining(file.toString());
    }
  }

  private DataHome cache() {
    URI address = URI.create("http://localhost:" + home.getAddress().getPort() + "/data/");
    return DataHome.cache(folder, address, announced::add);
  }

  private String idxHash() {
    try {
      Path file = Files.write(folder.resolve("plain"), IDX);
      String hash = IdxFile.read(file).sha256();
      Files.delete(file);
      return hash;
    } catch (IOException impossible) {
      throw new java.io.UncheckedIOException(impossible);
    }
  }

  private static byte[] gzip(byte[] plain) {
    var bytes = new ByteArrayOutputStream();
    try (var packed = new GZIPOutputStream(bytes)) {
      packed.write(plain);
    } catch (IOException impossible) {
      throw new java.io.UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }
}
