package dev.inkling.app.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RequestCodeTest {
  private static final URI SERVER = URI.create("http://127.0.0.1:8000");

  @Test
  void curlSendsTheSavedDrawing() {
    assertThat(RequestCode.CURL.of(SERVER, "/predict", Optional.empty()))
        .isEqualTo("curl -F file=@drawing.png 'http://127.0.0.1:8000/predict'");
  }

  @ParameterizedTest
  @EnumSource
  void theTokenIsShownWhereTheServerWantsToSeeIt(RequestCode language) {
    assertThat(language.of(SERVER, "/predict", Optional.of("secret")))
        .contains("Authorization", "Bearer secret", "http://127.0.0.1:8000/predict");
    assertThat(language.of(SERVER, "/predict", Optional.empty())).doesNotContain("Authorization");
  }
}
