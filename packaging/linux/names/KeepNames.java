package names;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import names.Elf.Relocation;
import names.Elf.Section;
import names.Elf.Symbol;

/// Takes out of a shared library the names that nobody looks up.
///
///     java names/KeepNames.java LIBRARY OTHER…
///
/// TensorFlow's library exports each of its 230,000 C++ functions under its full name: 44 MB of
/// text, and as it refers to itself by these names, the system looks them all up whenever it is
/// loaded. A name stays if one of the other libraries asks for it or has it too, or if it is one of
/// C; what referred to one of the rest refers to its address from then on (docs/decisions/0031).
final class KeepNames {
  private KeepNames() {}

  public static void main(String[] paths) throws IOException {
    Path library = Path.of(paths[0]);
    var wanted = new HashSet<String>();
    for (String other : List.of(paths).subList(1, paths.length)) {
      if (!Files.isSameFile(library, Path.of(other))) {
        Elf.open(Path.of(other)).symbols().forEach(symbol -> wanted.add(symbol.name()));
      }
    }
    long before = Files.size(library);
    Path smaller = library.resolveSibling(library.getFileName() + ".smaller");
    shorten(Elf.open(library), wanted).write(smaller);
    Files.move(smaller, library, StandardCopyOption.REPLACE_EXISTING);
    System.err.printf("%s: %,d bytes of %,d%n", library.getFileName(), Files.size(library), before);
  }

  private static Shortened shorten(Elf elf, Set<String> wanted) {
    List<Symbol> symbols = elf.symbols();
    List<Section> tables =
        elf.sections.stream().filter(section -> section.type() == Elf.RELA).toList();
    List<Relocation> data = elf.relocations(tables.get(0));
    List<Relocation> functions = elf.relocations(tables.get(1));
    boolean[] kept = kept(symbols, wanted);
    data.forEach(relocation -> kept[relocation.symbol()] |= isOnlyByName(relocation));
    functions.forEach(relocation -> kept[relocation.symbol()] |= isOnlyByName(relocation));

    var names =
        new Names(symbols.stream().filter(symbol -> kept[symbol.index()]).toList(), symbols.size());
    var relative = new ArrayList<Relocation>();
    var dataByName = new ArrayList<Relocation>();
    var functionsByName = new ArrayList<Relocation>();
    for (Relocation relocation : data) {
      Relocation now = names.renumbered(relocation, symbols);
      (now.type() == Elf.R_RELATIVE ? relative : dataByName).add(now);
    }
    for (Relocation relocation : functions) {
      Relocation now = names.renumbered(relocation, symbols);
      (now.type() == Elf.R_RELATIVE ? relative : functionsByName).add(now);
    }
    relative.sort(Comparator.comparingLong(Relocation::place));
    return new Shortened(elf, names, relative, dataByName, functionsByName);
  }

  private static boolean[] kept(List<Symbol> symbols, Set<String> wanted) {
    var kept = new boolean[symbols.size()];
    for (Symbol symbol : symbols) {
      kept[symbol.index()] =
          symbol.isLocal()
              || !symbol.isDefined()
              || !symbol.hasPlainAddress()
              || !symbol.name().startsWith("_Z")
              || wanted.contains(symbol.name());
    }
    return kept;
  }

  /// Whether an address alone could not take the place of the symbol.
  private static boolean isOnlyByName(Relocation relocation) {
    return switch (relocation.type()) {
      case Elf.R_64, Elf.R_GLOB_DAT, Elf.R_JUMP_SLOT -> false;
      default -> true;
    };
  }
}
