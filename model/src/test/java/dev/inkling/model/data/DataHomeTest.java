package dev.inkling.model.data;

import static dev.inkling.model.data.DataFile.Packing.COMPRESS;
import static dev.inkling.model.data.DataFile.Packing.GZIP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import dev.inkling.model.DataUnusable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
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
  private static final String NAME = "three-idx1-ubyte";
  private static final String OTHER_HASH = "0".repeat(64);

  @TempDir private Path folder;
  private final AtomicInteger requests = new AtomicInteger();
  private final List<String> announced = new ArrayList<>();
  private byte[] served = gzip(IDX);
  private HttpServer home;

  @BeforeEach
  void startTheDatasHome() throws IOException {
    home = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    home.createContext(
        "/data/",
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
    DataFile file = file(idxHash(), GZIP);

    Path first = cache().find(file);
    Path second = cache().find(file);

    assertThat(first).isEqualTo(second).isRegularFile();
    assertThat(requests).hasValue(1);
    assertThat(announced).singleElement().asString().endsWith("/data/three-idx1-ubyte.gz");
    assertThat(IdxFile.read(first).values()).containsExactly(1, 2, 3);
  }

  @Test
  void whatUnixCompressPackedIsFetchedAndReadToo() {
    served = compressed(IDX);

    Path file = cache().find(file(idxHash(), COMPRESS));

    assertThat(announced).singleElement().asString().endsWith("/data/three-idx1-ubyte.Z");
    assertThat(IdxFile.read(file).values()).containsExactly(1, 2, 3);
  }

  @Test
  void aDownloadWithOtherContentsLeavesNothingBehind() {
    assertThatExceptionOfType(DataUnusable.class)
        .isThrownBy(() -> cache().find(file(OTHER_HASH, GZIP)))
        .withMessageContaining("SHA-256")
        .withMessageContaining("--data");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aBrokenDownloadLeavesNothingBehind() {
    for (String hex : List.of("", "1f8b08", "1f9d", "1f9d90ffffffff")) {
      served = HexFormat.of().parseHex(hex);

      assertThatExceptionOfType(DataUnusable.class)
          .isThrownBy(() -> cache().find(file(OTHER_HASH, GZIP)));
      assertThat(folder).isEmptyDirectory();
    }
  }

  @Test
  void aHomeThatDoesNotAnswerIsSaidSo() {
    home.stop(0);

    assertThatExceptionOfType(DataUnusable.class)
        .isThrownBy(() -> cache().find(file(OTHER_HASH, GZIP)))
        .withMessageContaining("could not be fetched");
  }

  @Test
  void aNamedFolderMayKeepItPlainOrPackedHereOrUnderMnist() throws IOException {
    Path nested = Files.createDirectories(folder.resolve("mnist"));
    for (Path place : List.of(folder, nested)) {
      for (String suffix : List.of("", ".gz", ".Z")) {
        Path file = place.resolve(NAME + suffix);
        Files.write(file, suffix.isEmpty() ? IDX : gzip(IDX));

        assertThat(DataHome.at(folder).find(file(OTHER_HASH, GZIP))).isEqualTo(file);

        Files.delete(file);
      }
    }
  }

  @Test
  void aNamedFolderThatLacksItIsSaidSo() {
    assertThatExceptionOfType(DataUnusable.class)
        .isThrownBy(() -> DataHome.at(folder).find(file(OTHER_HASH, GZIP)))
        .withMessageContaining(NAME)
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
    return DataHome.cache(folder, announced::add);
  }

  private DataFile file(String sha256, DataFile.Packing packing) {
    URI address = URI.create("http://localhost:" + home.getAddress().getPort() + "/data/");
    return new DataFile(NAME, sha256, address, packing);
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

  /// Unix compress without any compression: each byte as a code of nine bits, the lowest first.
  private static byte[] compressed(byte[] plain) {
    var codes = new BitSet();
    for (int i = 0; i < plain.length; i++) {
      for (int bit = 0; bit < 8; bit++) {
        codes.set(9 * i + bit, (plain[i] >> bit & 1) == 1);
      }
    }
    byte[] packed = Arrays.copyOf(codes.toByteArray(), (9 * plain.length + 7) / 8);
    return ByteBuffer.allocate(3 + packed.length)
        .put(new byte[] {0x1F, (byte) 0x9D, (byte) 0x90})
        .put(packed)
        .array();
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
