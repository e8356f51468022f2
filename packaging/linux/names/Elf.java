package names;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// A shared library, as the ELF and the System V ABI for x86-64 have it.
final class Elf {
  static final int SYMBOL = 24;
  static final int RELOCATION = 24;
  static final int PROGRAM_HEADER = 56;
  static final int SECTION_HEADER = 64;

  /// Types of sections.
  static final int RELA = 4;
  static final int DYNAMIC = 6;
  static final int DYNSYM = 11;
  static final int GNU_HASH = 0x6ffffff6;
  static final int VERDEF = 0x6ffffffd;
  static final int VERNEED = 0x6ffffffe;
  static final int VERSYM = 0x6fffffff;

  /// Types of relocations: a symbol's address with an addend, an address in the global offset
  /// table, one of a function there, and the library's own place with an addend.
  static final int R_64 = 1;
  static final int R_GLOB_DAT = 6;
  static final int R_JUMP_SLOT = 7;
  static final int R_RELATIVE = 8;

  /// A part of the file; `link` is the number of another that it goes with.
  record Section(int index, int type, long address, int offset, int size, int link) {}

  /// A row of the table of names.
  record Symbol(
      int index,
      String name,
      int info,
      int other,
      int section,
      long value,
      long size,
      short version) {
    boolean isDefined() {
      return section != 0;
    }

    boolean isLocal() {
      return info >> 4 == 0;
    }

    /// Neither a thread's own variable nor one whose address is found out when the library is
    /// loaded.
    boolean hasPlainAddress() {
      int type = info & 15;
      return type != 6 && type != 10;
    }

    int hash() {
      int hash = 5381;
      for (byte letter : name.getBytes(StandardCharsets.ISO_8859_1)) {
        hash = hash * 33 + (letter & 255);
      }
      return hash;
    }
  }

  /// Where an address has to be put when the library is loaded: that of a symbol, or the library's
  /// own with that many bytes added.
  record Relocation(long place, int type, int symbol, long addend) {}

  final ByteBuffer file;
  final List<Section> sections = new ArrayList<>();

  private Elf(ByteBuffer file) {
    this.file = file.order(ByteOrder.LITTLE_ENDIAN);
    if (file.getInt(0) != 0x464c457f || file.get(4) != 2 || file.getShort(18) != 62) {
      throw new IllegalArgumentException("no 64-bit ELF for x86-64");
    }
    for (int i = 0; i < file.getShort(60); i++) {
      int at = sectionHeaders() + i * SECTION_HEADER;
      sections.add(
          new Section(
              i,
              file.getInt(at + 4),
              file.getLong(at + 16),
              (int) file.getLong(at + 24),
              (int) file.getLong(at + 32),
              file.getInt(at + 40)));
    }
  }

  static Elf open(Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path)) {
      return new Elf(channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size()));
    }
  }

  /// Where they begin.
  int sectionHeaders() {
    return (int) file.getLong(40);
  }

  /// The first of that type.
  Optional<Section> section(int type) {
    return sections.stream().filter(section -> section.type == type).findFirst();
  }

  /// A text among those.
  String text(Section strings, int at) {
    int start = strings.offset + at;
    int end = start;
    while (file.get(end) != 0) {
      end++;
    }
    var bytes = new byte[end - start];
    file.get(start, bytes);
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  List<Symbol> symbols() {
    Section table = section(DYNSYM).orElseThrow();
    Section strings = sections.get(table.link);
    Optional<Section> versions = section(VERSYM);
    return IntStream.range(0, table.size / SYMBOL)
        .mapToObj(
            i -> {
              int at = table.offset + i * SYMBOL;
              return new Symbol(
                  i,
                  text(strings, file.getInt(at)),
                  file.get(at + 4) & 255,
                  file.get(at + 5),
                  file.getShort(at + 6) & 0xffff,
                  file.getLong(at + 8),
                  file.getLong(at + 16),
                  versions.map(section -> file.getShort(section.offset + 2 * i)).orElse((short) 1));
            })
        .toList();
  }

  List<Relocation> relocations(Section table) {
    return IntStream.range(0, table.size / RELOCATION)
        .mapToObj(
            i -> {
              int at = table.offset + i * RELOCATION;
              return new Relocation(
                  file.getLong(at),
                  file.getInt(at + 8),
                  file.getInt(at + 12),
                  file.getLong(at + 16));
            })
        .toList();
  }

  /// What is in that section.
  ByteBuffer copy(Section section) {
    ByteBuffer copy = ByteBuffer.allocate(section.size).order(ByteOrder.LITTLE_ENDIAN);
    return copy.put(0, file, section.offset, section.size);
  }
}
