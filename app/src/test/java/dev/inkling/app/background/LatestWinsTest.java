package dev.inkling.app.background;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LatestWinsTest {
  private final ManualBackground manual = new ManualBackground();
  private final List<String> told = new ArrayList<>();
  private final LatestWins<Integer, Integer> requests =
      new LatestWins<>(
          manual.background(),
          question -> {
            if (question < 0) {
              throw new IllegalArgumentException("negative");
            }
            return question * question;
          },
          (question, answer) -> told.add(question + "² = " + answer),
          (question, failure) -> told.add(question + ": " + failure.getMessage()));

  @Test
  void aQuestionIsAskedAtOnce() {
    requests.ask(3);
    manual.doNext();
    assertThat(told).containsExactly("3² = 9");
  }

  @Test
  void onlyTheLatestOfThoseThatWaitIsAsked() {
    requests.ask(1);
    requests.ask(2);
    requests.ask(3);
    requests.ask(4);
    assertThat(manual.waiting()).isEqualTo(1);
    manual.doNext();
    assertThat(manual.waiting()).isEqualTo(1);
    manual.doNext();
    assertThat(told).containsExactly("1² = 1", "4² = 16");
    assertThat(manual.waiting()).isZero();
  }

  @Test
  void aFailureDoesNotHoldUpTheNextQuestion() {
    requests.ask(-1);
    requests.ask(5);
    manual.doNext();
    manual.doNext();
    assertThat(told).containsExactly("-1: negative", "5² = 25");
  }

  @Test
  void whatIsForgottenIsNeverAnswered() {
    requests.ask(1);
    requests.ask(2);
    requests.forget();
    manual.doNext();
    assertThat(told).isEmpty();
    assertThat(manual.waiting()).isZero();
  }

  @Test
  void afterForgettingTheNextQuestionIsAskedAtOnce() {
    requests.ask(1);
    requests.forget();
    requests.ask(6);
    manual.doNext();
    manual.doNext();
    assertThat(told).containsExactly("6² = 36");
  }
}
