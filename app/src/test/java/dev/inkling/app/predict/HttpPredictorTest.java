package dev.inkling.app.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.inkling.api.AccessRules;
import dev.inkling.api.BearerToken;
import dev.inkling.api.InklingServer;
import dev.inkling.api.ServerOptions;
import dev.inkling.app.texts.Language;
import dev.inkling.app.texts.Texts;
import dev.inkling.model.ink.Box;
import dev.inkling.model.ink.Drawing;
import dev.inkling.model.ink.DrawingRenderer;
import dev.inkling.model.ink.Point;
import dev.inkling.model.ink.ScriptedHand;
import dev.inkling.model.ink.Stroke;
import dev.inkling.model.serving.ShippedModels;
import dev.inkling.model.serving.Verdict;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class HttpPredictorTest {
  private static final Texts TEXTS = new Language().of(Answer.class);
  private final FakeEndpoint endpoint = new FakeEndpoint();
  private final HttpPredictor predictor = new HttpPredictor(HttpClient.newHttpClient());

  @AfterEach
  void stop() {
    endpoint.close();
  }

  @Test
  void sendsThePictureAsPngAndReadsTheAnswer() throws Exception {
    endpoint.answerAlways(
        200,
        """
        {"digit":7,"confidence_score":0.91,
         "probabilities":[0.01,0.01,0.01,0.01,0.01,0.01,0.01,0.91,0.01,0.01],
         "verdict":"unsure","model":{"name":"seed","version":3},"timings_ms":{"total":2.0},
         "seen":"AQID"}
        """);
    Answer answer = predictor.predict(endpoint.address(), new byte[] {1, 2, 3});
    assertThat(endpoint.contentType()).isEqualTo("image/png");
    assertThat(endpoint.query()).isEqualTo("explain=true");
    assertThat(answer.digit()).isEqualTo(7);
    assertThat(answer.confidence()).isEqualTo(0.91);
    assertThat(answer.probabilities()).hasSize(10).contains(0.91);
    assertThat(answer.verdict()).isEqualTo(Verdict.UNSURE);
    assertThat(answer.model()).isEqualTo("seed 3");
    assertThat(answer.seen()).containsExactly(1, 2, 3);
    assertThat(answer.steps()).isEmpty();
    assertThat(answer.evidence()).isEmpty();
  }

  @Test
  void whatAModelSaysAndWhatSpeaksForADigitCanBeAsked() throws Exception {
    byte[] png = {1, 2, 3};

    Answer robust = predictor.predict(endpoint.address(), png, Question.to("robust"));
    assertThat(endpoint.query()).isEqualTo("explain=true&model=robust");
    assertThat(robust.model()).isEqualTo("robust 1");
    assertThat(robust.steps())
        .hasValueSatisfying(steps -> assertThat(steps.crop().top()).isEqualTo(112));

    Answer nine = predictor.predict(endpoint.address(), png, Question.whatSpeaksFor(9));
    assertThat(endpoint.query()).isEqualTo("explain=true&explain_digit=9");
    assertThat(nine.evidence())
        .hasValueSatisfying(
            evidence -> {
              assertThat(evidence.digit()).isEqualTo(9);
              assertThat(evidence.rows()[10][10]).isEqualTo(1);
              assertThat(evidence.rows()[17][17]).isEqualTo(-1);
            });
  }

  @Test
  void theModelsAreNamed() throws Exception {
    endpoint.models("one", "two");
    assertThat(predictor.models(endpoint.address())).containsExactly("one", "two");
    assertThatExceptionOfType(PredictionFailed.class)
        .isThrownBy(
            () -> predictor.predict(endpoint.address(), new byte[] {1}, Question.to("three")))
        .satisfies(refused -> assertThat(refused.line().in(TEXTS)).contains("'three'"));
  }

  @Test
  void theRealServersReasonsAreUnderstood() throws Exception {
    byte[] seven = new DrawingRenderer().png(ScriptedHand.draw(7));
    try (var server =
            InklingServer.start(ServerOptions.defaults().withPort(0), ShippedModels.store());
        var http = HttpClient.newHttpClient()) {
      var real = new HttpPredictor(http);

      Answer answer = real.predict(server.address(), seven, Question.whatSpeaksFor(1));

      assertThat(answer.steps())
          .hasValueSatisfying(
              steps -> {
                assertThat(steps.preprocessing()).isEqualTo("normalize");
                assertThat(steps.width()).isEqualTo(560);
                assertThat(steps.pen()).isPresent();
              });
      assertThat(answer.evidence())
          .hasValueSatisfying(evidence -> assertThat(evidence.digit()).isEqualTo(1));
      assertThat(real.models(server.address())).containsExactlyInAnyOrder("robust", "seed");
    }
  }

  @Test
  void theRealServersNumbersAreUnderstood() throws Exception {
    Drawing seven = ScriptedHand.draw(7);
    byte[] png = new DrawingRenderer().png(seven);
    List<List<Point>> strokes = seven.strokes().stream().map(Stroke::points).toList();
    try (var server =
            InklingServer.start(ServerOptions.defaults().withPort(0), ShippedModels.store());
        var http = HttpClient.newHttpClient()) {
      var real = new HttpPredictor(http);

      assertThat(real.number(server.address(), png, strokes))
          .hasValueSatisfying(
              number -> {
                assertThat(number.text()).isEqualTo("7");
                assertThat(number.digits().getFirst().box().height()).isGreaterThan(200);
              });
    }
  }

  @Test
  void aNumberOnTwoLinesKeepsThem() throws Exception {
    String digit =
        """
        {"digit":%d,"confidence_score":0.9,"verdict":"digit",
         "box":{"left":1,"top":2,"width":3,"height":4}}""";
    endpoint.answerAlways(
        200,
        "{\"number\":\"12\\n3\",\"digits\":[%s,%s,%s]}"
            .formatted(digit.formatted(1), digit.formatted(2), digit.formatted(3)));

    assertThat(predictor.number(endpoint.address(), new byte[] {1}, List.of()))
        .hasValueSatisfying(
            number -> {
              assertThat(number.text()).isEqualTo("12\n3");
              assertThat(number.lines()).hasSize(2);
              assertThat(number.digits().getFirst().box()).isEqualTo(new Box(1, 2, 4, 6));
            });
    endpoint.answerAlways(200, "{\"number\":\"12\",\"digits\":[]}");
    assertThatExceptionOfType(PredictionFailed.class)
        .isThrownBy(() -> predictor.number(endpoint.address(), new byte[] {1}, List.of()));
  }

  @Test
  void whatWasAskedAndWhatCameBackIsToldAsItWas() throws Exception {
    var told = new ArrayList<Asked>();
    endpoint.answerAlways(422, "{\"detail\":\"There is no ink.\"}");
    var telling = new HttpPredictor(HttpClient::newHttpClient, Optional::empty, told::add);

    assertThatExceptionOfType(PredictionFailed.class)
        .isThrownBy(() -> telling.predict(endpoint.address(), new byte[] {1}));

    assertThat(told)
        .containsExactly(
            new Asked(
                endpoint.address().resolve("/predict?explain=true"),
                "{\"detail\":\"There is no ink.\"}"));
  }

  @Test
  void aTokenIsShownToAServerThatWantsOne() throws Exception {
    var token = BearerToken.random();
    var options =
        new ServerOptions("0.0.0.0", 0).withAccess(AccessRules.thisMachineOnly().withToken(token));
    byte[] seven = new DrawingRenderer().png(ScriptedHand.draw(7));
    try (var server = InklingServer.start(options, ShippedModels.store());
        var http = HttpClient.newHttpClient()) {
      URI address = URI.create("http://127.0.0.1:" + server.address().getPort());

      Answer answer =
          new HttpPredictor(() -> http, () -> Optional.of(token), asked -> {})
              .predict(address, seven);

      assertThat(answer.digit()).isEqualTo(7);
      assertThatExceptionOfType(PredictionFailed.class)
          .isThrownBy(() -> new HttpPredictor(http).predict(address, seven))
          .satisfies(refused -> assertThat(refused.line().in(TEXTS)).contains("token"));
    }
  }

  @Test
  void paperWithoutInkIsNoProblem() {
    endpoint.answerAlways(422, "{\"status\":422,\"detail\":\"There is no ink.\"}");
    PredictionFailed failure = failure();
    assertThat(failure.isNoInk()).isTrue();
    assertThat(failure.isPassing()).isFalse();
  }

  @Test
  void aRefusalIsToldInTheServersWords() {
    endpoint.answerAlways(
        413, "{\"title\":\"Too large\",\"status\":413,\"detail\":\"Send less.\"}");
    PredictionFailed failure = failure();
    assertThat(failure.line().in(TEXTS)).isEqualTo("Send less.");
    assertThat(failure.isNoInk()).isFalse();
    assertThat(failure.isPassing()).isFalse();
  }

  @Test
  void aBusyServerIsAskedAgainLater() {
    endpoint.answerAlways(503, "{\"detail\":\"Too much at once: send it again in a second.\"}");
    assertThat(failure().isPassing()).isTrue();
  }

  @Test
  void aServerThatIsGoneIsToldAsSuch() {
    endpoint.goAway();
    PredictionFailed failure = failure();
    assertThat(failure.line().in(TEXTS))
        .contains("does not answer")
        .contains("Your drawing is kept");
    assertThat(failure.isPassing()).isTrue();
  }

  @Test
  void anotherProgramsAnswerIsNotTakenForOne() {
    for (String body : new String[] {"<html>", "", "{}", "[]", "null", "{\"digit\":7}"}) {
      endpoint.answerAlways(200, body);
      assertThat(failure().line().in(TEXTS)).as(body).contains("not this Inkling's server");
    }
    endpoint.answerAlways(404, "{\"error\":\"what?\"}");
    assertThat(failure().line().in(TEXTS)).contains("not this Inkling's server");
  }

  @Test
  void anAnswerWithoutTenProbabilitiesIsNone() {
    endpoint.answerAlways(
        200,
        """
        {"digit":7,"confidence_score":0.91,"probabilities":[1.0],"verdict":"digit",
         "model":{"name":"seed","version":3},"seen":"AQID"}
        """);
    assertThat(failure().line().in(TEXTS)).contains("not this Inkling's server");
  }

  @Test
  void anAnswerWithoutWhatTheNetworkSawIsNone() {
    String tenth = "0.1,0.1,0.1,0.1,0.1,0.1,0.1,0.1,0.1,0.1";
    for (String seen : new String[] {"", ",\"seen\":null", ",\"seen\":\"no base64!\""}) {
      endpoint.answerAlways(
          200,
          """
          {"digit":7,"confidence_score":0.1,"probabilities":[%s],"verdict":"digit",
           "model":{"name":"seed","version":3}%s}
          """
              .formatted(tenth, seen));
      assertThat(failure().line().in(TEXTS)).as(seen).contains("not this Inkling's server");
    }
  }

  private PredictionFailed failure() {
    ThrowingCallable asking = () -> predictor.predict(endpoint.address(), new byte[] {1});
    return assertThatExceptionOfType(PredictionFailed.class).isThrownBy(asking).actual();
  }
}
