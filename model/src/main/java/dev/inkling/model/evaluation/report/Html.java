package dev.inkling.model.evaluation.report;

import java.util.Locale;

/// HTML and SVG as text, written such that nothing in it can be taken for markup: file names and
/// model cards are whatever people made them.
public final class Html {
  private final StringBuilder text = new StringBuilder();

  /// Adds markup. Each `%s` and number of the format is filled with its value, escaped; markup that
  /// is finished already comes in as [Html].
  @SuppressWarnings("AnnotateFormatMethod") // Its annotations are no dependency of Inkling's.
  public Html add(String markup, Object... values) {
    var escaped = new Object[values.length];
    for (int i = 0; i < values.length; i++) {
      escaped[i] = values[i] instanceof Number ? values[i] : escaped(values[i]);
    }
    text.append(String.format(Locale.ROOT, markup, escaped)).append('\n');
    return this;
  }

  /// Adds markup that is finished.
  public Html add(Html part) {
    text.append(part);
    return this;
  }

  private static String escaped(Object value) {
    return value instanceof Html markup ? markup.toString() : escape(value.toString());
  }

  /// Fit for text and for attributes in either kind of quotation marks. Control characters, which
  /// file names can have but HTML cannot, become the replacement character.
  static String escape(String words) {
    var result = new StringBuilder();
    words
        .codePoints()
        .forEach(
            character -> {
              switch (character) {
                case '&' -> result.append("&amp;");
                case '<' -> result.append("&lt;");
                case '>' -> result.append("&gt;");
                case '"' -> result.append("&quot;");
                case '\'' -> result.append("&#39;");
                default -> result.appendCodePoint(isPrintable(character) ? character : 0xFFFD);
              }
            });
    return result.toString();
  }

  private static boolean isPrintable(int character) {
    int type = Character.getType(character);
    // Format characters too: they can turn the words after them round.
    return (type != Character.CONTROL && type != Character.SURROGATE && type != Character.FORMAT)
        || character == '\n';
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
