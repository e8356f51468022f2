package dev.inkling.app.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AnswerJsonTest {
  private static final String LONG = "A".repeat(500);

  @Test
  void picturesAreCutShortOnTheScreenAndWholeInTheCopy() {
    String json = "{\"digit\":7,\"seen\":\"%s\"}".formatted(LONG);

    assertThat(AnswerJson.shortened(json))
        .contains("\"digit\": 7", "A… (500)")
        .doesNotContain(LONG);
    assertThat(AnswerJson.whole(json)).contains(LONG);
  }

  @Test
  void tenProbabilitiesStandThereAndHundredsOfNumbersDoNot() {
    String ten = "[0,1,2,3,4,5,6,7,8,9]";

    assertThat(AnswerJson.shortened(ten)).contains("9").doesNotContain("…");
    assertThat(AnswerJson.shortened("[" + "0,".repeat(783) + "1]")).contains("… (784)");
  }

  @Test
  void ofATableTheFirstRowsStandThere() {
    String table = "[" + "[0.5],".repeat(27) + "[0.25]]";

    assertThat(AnswerJson.shortened(table)).contains("0.5", "… (28)").doesNotContain("0.25");
    assertThat(AnswerJson.whole(table)).contains("0.25");
  }

  @Test
  void whatIsNoJsonStaysAsItCame() {
    assertThat(AnswerJson.shortened("<html>")).isEqualTo("<html>");
  }
}
