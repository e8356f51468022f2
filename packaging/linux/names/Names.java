package names;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import names.Elf.Relocation;
import names.Elf.Symbol;

/// What is left of the symbols: first those that nobody looks up here, then the others by the
/// bucket that they are looked up in.
final class Names {
  private static final int A_BUCKET = 4;
  private static final int BLOOM_SHIFT = 26;

  private final List<Symbol> inOrder = new ArrayList<>();
  private final int[] numbers;
  private final int firstFound;
  private final int buckets;

  Names(List<Symbol> kept, int all) {
    Map<Boolean, List<Symbol>> parts =
        kept.stream()
            .collect(Collectors.partitioningBy(symbol -> symbol.isDefined() && !symbol.isLocal()));
    List<Symbol> found = parts.get(true);
    buckets = Math.max(1, found.size() / A_BUCKET);
    inOrder.addAll(parts.get(false));
    firstFound = inOrder.size();
    found.stream().sorted(Comparator.comparingInt(this::bucket)).forEach(inOrder::add);
    numbers = new int[all];
    for (int i = 0; i < inOrder.size(); i++) {
      numbers[inOrder.get(i).index()] = i;
    }
  }

  private int bucket(Symbol symbol) {
    return Integer.remainderUnsigned(symbol.hash(), buckets);
  }

  /// By the symbol's new number, or by its address if its name is gone.
  Relocation renumbered(Relocation old, List<Symbol> symbols) {
    int number = numbers[old.symbol()];
    if (old.symbol() == 0 || number != 0) {
      return new Relocation(old.place(), old.type(), number, old.addend());
    }
    long addend = old.type() == Elf.R_64 ? old.addend() : 0;
    return new Relocation(
        old.place(), Elf.R_RELATIVE, 0, symbols.get(old.symbol()).value() + addend);
  }

  /// The symbols themselves.
  byte[] table(Strings strings) {
    ByteBuffer table =
        ByteBuffer.allocate(inOrder.size() * Elf.SYMBOL).order(ByteOrder.LITTLE_ENDIAN);
    for (Symbol symbol : inOrder) {
      table
          .putInt(strings.place(symbol.name()))
          .put((byte) symbol.info())
          .put((byte) symbol.other());
      table.putShort((short) symbol.section()).putLong(symbol.value()).putLong(symbol.size());
    }
    return table.array();
  }

  /// Which version of the library each symbol is of.
  byte[] versions() {
    ByteBuffer table = ByteBuffer.allocate(inOrder.size() * 2).order(ByteOrder.LITTLE_ENDIAN);
    inOrder.forEach(symbol -> table.putShort(symbol.version()));
    return table.array();
  }

  /// By which glibc finds a name: a filter that knows most of those that are not there, and chains
  /// of hashes.
  byte[] hashTable() {
    List<Symbol> found = inOrder.subList(firstFound, inOrder.size());
    int words = Math.max(1, Integer.highestOneBit(found.size() / 4));
    var bloom = new long[words];
    var firsts = new int[buckets];
    var chain = new int[found.size()];
    for (int i = 0; i < found.size(); i++) {
      Symbol symbol = found.get(i);
      int hash = symbol.hash();
      bloom[hash >>> 6 & words - 1] |= 1L << (hash & 63) | 1L << (hash >>> BLOOM_SHIFT & 63);
      int bucket = bucket(symbol);
      if (firsts[bucket] == 0) {
        firsts[bucket] = firstFound + i;
      }
      boolean last = i + 1 == found.size() || bucket(found.get(i + 1)) != bucket;
      chain[i] = hash & ~1 | (last ? 1 : 0);
    }
    ByteBuffer table =
        ByteBuffer.allocate(16 + 8 * words + 4 * buckets + 4 * chain.length)
            .order(ByteOrder.LITTLE_ENDIAN);
    table.putInt(buckets).putInt(firstFound).putInt(words).putInt(BLOOM_SHIFT);
    IntStream.range(0, words).forEach(i -> table.putLong(bloom[i]));
    IntStream.range(0, buckets).forEach(i -> table.putInt(firsts[i]));
    IntStream.range(0, chain.length).forEach(i -> table.putInt(chain[i]));
    return table.array();
  }
}
