package dev.inkling.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.inkling.api.RunningServer.Client;
import dev.inkling.model.ink.DrawingRenderer;
import dev.inkling.model.ink.ScriptedHand;
import dev.inkling.model.serving.ShippedModels;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsTest {
  private static final byte[] SEVEN = new DrawingRenderer().png(ScriptedHand.draw(7));

  @TempDir private static Path folder;
  private static TestCertificate certificate;

  @BeforeAll
  static void make() throws Exception {
    certificate = TestCertificate.in(folder);
  }

  @Test
  void itSpeaksHttpsWithAPemChainAndItsKey() throws Exception {
    assertThatItAnswersWith(certificate.asPem());
  }

  @Test
  void itSpeaksHttpsWithAPkcs12File() throws Exception {
    assertThatItAnswersWith(certificate.asPkcs12());
  }

  @Test
  void whoDoesNotShakeHandsIsHungUpOn() throws Exception {
    Duration second = Duration.ofSeconds(1);
    Limits usual = Limits.defaults();
    var limits =
        new Limits(
            usual.uploadBytes(),
            usual.connections(),
            usual.waiting(),
            usual.work(),
            second,
            usual.body(),
            usual.bodyBytesPerSecond(),
            usual.idle(),
            usual.answer());
    var options = new ServerOptions("127.0.0.1", 0).withLimits(limits);
    try (var server =
            InklingServer.start(
                options.withCertificate(certificate.asPem()), ShippedModels.store());
        var raw = new RawHttp(server.address())) {
      assertThat(raw.isHungUpOn()).isTrue();
    }
  }

  @Test
  void aCertificateThatIsNoneIsToldInOneSentence() {
    var options =
        ServerOptions.defaults()
            .withPort(0)
            .withCertificate(new ServerCertificate.Pem(new byte[] {1}, new byte[] {2}));

    assertThatExceptionOfType(ServerNotStarted.class)
        .isThrownBy(() -> InklingServer.start(options, ShippedModels.store()))
        .withMessageContaining("--tls-cert");
  }

  private static void assertThatItAnswersWith(ServerCertificate with) throws Exception {
    var options = new ServerOptions("localhost", 0).withCertificate(with);
    try (var client =
        new Client(
            InklingServer.start(options, ShippedModels.store()),
            HttpClient.newBuilder().sslContext(certificate.trust()).build())) {
      var request =
          HttpRequest.newBuilder(client.at("/predict")).POST(BodyPublishers.ofByteArray(SEVEN));
      String ours = client.server().address().toString();

      assertThat(ours).startsWith("https://localhost:");
      assertThat(client.send(request.copy()).status()).isEqualTo(200);
      assertThat(client.send(request.copy().header("Origin", ours)).status()).isEqualTo(200);
      assertThat(
              client.send(request.copy().header("Origin", ours.replace("https", "http"))).status())
          .isEqualTo(403);
    }
  }
}
