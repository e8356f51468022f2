package dev.inkling.model.evaluation.report;

import dev.inkling.model.evaluation.Calibration;

/// What the figures mean and whose they are, for readers who were not there.
record Method() {
  Html html() {
    return new Html()
        .add("<section class=\"method\"><h2>What the figures mean</h2><dl>")
        .add(
            term(
                "Digits read right",
                "The digit named first is the one that was meant, however sure the model was. A picture that can't be read counts as not right."))
        .add(
            term(
                "95 % interval",
                "Wilson's score interval (1927): the range in which the share would lie if many more such pictures were read."))
        .add(
            term(
                "Refused",
                "Not answered as a digit: the verdict is unsure or not a digit, the picture is damaged, or there is no ink on it."))
        .add(
            term(
                "Expected calibration error",
                "How far confidence and truth lie apart on average, in %d bins of equal width (Guo et al., On Calibration of Modern Neural Networks, 2017)."
                    .formatted(Calibration.BINS)))
        .add(
            term(
                "Recall and precision",
                "Of all pictures of a digit, the share read as it; of all digits read as one, the share that are it."))
        .add(
            term(
                "Risk and coverage",
                "If only the surest answers were given, what share of the digits would be answered, and what share of those wrongly (Geifman and El-Yaniv, Selective Classification for Deep Neural Networks, 2017)."))
        .add(
            term(
                "McNemar's exact test",
                "Looks only at what one of two models reads right and the other does not (1947). A probability below 0.05 is usually taken for a difference."))
        .add("</dl></section>");
  }

  private static Html term(String name, String meaning) {
    return new Html().add("<dt>%s</dt><dd>%s</dd>", name, meaning);
  }
}
