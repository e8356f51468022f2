package dev.inkling.model.ink;

import java.util.zip.DataFormatException;

/// A code of deflate (RFC 1951, 3.2.2): which bits stand for which symbol. Short words, which are
/// nearly all, are looked up in a table by the stream's next bits, whatever follows the word; a
/// table for all words would be large, and a hostile file could ask for a new one every few bytes.
final class HuffmanCode {
  private static final int LONGEST_WORD = 15;
  private static final int LONGEST_IN_TABLE = 10;
  private static final int LENGTH_BITS = 4;

  /// By the next bits: an entry, or 0 where no short word begins like that.
  private final int[] table;

  /// How many words there are of each length.
  private final int[] words;

  /// The symbols in the order of their words.
  private final int[] symbols;

  private HuffmanCode(int[] table, int[] words, int[] symbols) {
    this.table = table;
    this.words = words;
    this.symbols = symbols;
  }

  /// @param lengths holds, from `from` up to `to`, the length of each symbol's word, 0 for symbols
  ///     that do not occur
  /// @param mayBeIncomplete whether a single word of one bit is enough, as where only one distance
  ///     occurs
  /// @throws DataFormatException if there are more or fewer words than there is room for
  static HuffmanCode of(byte[] lengths, int from, int to, boolean mayBeIncomplete)
      throws DataFormatException {
    var words = new int[LONGEST_WORD + 1];
    int longest = 0;
    for (int i = from; i < to; i++) {
      if (lengths[i] > 0) {
        words[lengths[i]]++;
        longest = Math.max(longest, lengths[i]);
      }
    }
    checkRoom(words, longest, mayBeIncomplete);
    var nextWord = new int[LONGEST_WORD + 2];
    var nextPlace = new int[LONGEST_WORD + 2];
    for (int length = 1; length <= LONGEST_WORD; length++) {
      nextWord[length + 1] = (nextWord[length] + words[length]) << 1;
      nextPlace[length + 1] = nextPlace[length] + words[length];
    }
    var table = new int[1 << Math.min(longest, LONGEST_IN_TABLE)];
    var symbols = new int[to - from];
    for (int i = from; i < to; i++) {
      int length = lengths[i];
      if (length > 0) {
        symbols[nextPlace[length]++] = i - from;
        enter(i - from, nextWord[length]++, length, table);
      }
    }
    return new HuffmanCode(table, words, symbols);
  }

  /// As strict as zlib.
  private static void checkRoom(int[] words, int longest, boolean mayBeIncomplete)
      throws DataFormatException {
    int room = 1;
    for (int length = 1; length <= LONGEST_WORD; length++) {
      room = (room << 1) - words[length];
      if (room < 0) {
        throw new DataFormatException("A code with too many words");
      }
    }
    boolean excused = longest == 0 || (mayBeIncomplete && longest == 1);
    if (room > 0 && !excused) {
      throw new DataFormatException("A code with too few words");
    }
  }

  private static void enter(int symbol, int word, int length, int[] table) {
    // The stream has a word's first bit lowest.
    int first = Integer.reverse(word) >>> (Integer.SIZE - length);
    for (int i = first; i < table.length && length <= LONGEST_IN_TABLE; i += 1 << length) {
      table[i] = entry(symbol, length);
    }
  }

  private static int entry(int symbol, int length) {
    return symbol << LENGTH_BITS | length;
  }

  /// The entry of the word that `bits` begin with, the first bit lowest; 0 if there is none.
  int entry(long bits) {
    int found = table[(int) bits & (table.length - 1)];
    return found != 0 ? found : longEntry(bits);
  }

  /// Words of a length are consecutive numbers, and so are the places of their symbols.
  private int longEntry(long bits) {
    int word = 0;
    int firstWord = 0;
    int firstPlace = 0;
    for (int length = 1; length <= LONGEST_WORD; length++) {
      word = word << 1 | (int) (bits >>> (length - 1) & 1);
      if (word - firstWord < words[length]) {
        return entry(symbols[firstPlace + word - firstWord], length);
      }
      firstPlace += words[length];
      firstWord = (firstWord + words[length]) << 1;
    }
    return 0;
  }

  static int length(int entry) {
    return entry & ((1 << LENGTH_BITS) - 1);
  }

  static int symbol(int entry) {
    return entry >>> LENGTH_BITS;
  }
}
