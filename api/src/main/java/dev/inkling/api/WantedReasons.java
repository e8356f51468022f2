package dev.inkling.api;

import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import java.util.Optional;

/// How much of the reason for its answer a request wants to know.
///
/// @param any what the network saw, and how it was found
/// @param digit for which the evidence is to be told; never there without the rest
record WantedReasons(boolean any, Optional<Integer> digit) {
  private static final String EXPLAIN = "explain";
  private static final String DIGIT = "explain_digit";

  /// @throws Refusal if the query says neither one thing nor the other
  static WantedReasons of(ServerRequest request) {
    boolean any = Wish.of(request, EXPLAIN, "send ?explain=true to get what the network saw.");
    Optional<Integer> digit = digit(request);
    if (digit.isPresent() && !any) {
      throw refusal(
          "'explain_digit' says which digit to explain: send ?explain=true&explain_digit=%d."
              .formatted(digit.get()));
    }
    return new WantedReasons(any, digit);
  }

  private static Optional<Integer> digit(ServerRequest request) {
    if (!request.query().contains(DIGIT)) {
      return Optional.empty();
    }
    String digit = request.query().first(DIGIT).orElse("");
    if (!digit.matches("[0-9]")) {
      throw refusal(
          "'explain_digit' is one digit, 0 to 9: send ?explain=true&explain_digit=9 to get what"
              + " speaks for a 9.");
    }
    return Optional.of(Integer.valueOf(digit));
  }

  private static Refusal refusal(String detail) {
    return new Refusal(Status.BAD_REQUEST_400, detail);
  }
}
