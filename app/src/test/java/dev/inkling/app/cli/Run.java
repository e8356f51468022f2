package dev.inkling.app.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;

/// What a run of the program answered.
record Run(int exitCode, String out, String err) {
  /// Runs the program with these words; a list counts as its elements.
  static Run inkling(Object... words) {
    var arguments = new ArrayList<String>();
    for (Object word : words) {
      if (word instanceof List<?> several) {
        several.forEach(each -> arguments.add(each.toString()));
      } else {
        arguments.add(word.toString());
      }
    }
    var out = new StringWriter();
    var err = new StringWriter();
    String[] all = arguments.toArray(String[]::new);
    int exitCode =
        InklingCommand.commandLine(all)
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err))
            .execute(all);
    return new Run(exitCode, out.toString(), err.toString());
  }
}
