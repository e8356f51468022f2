package names;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import names.Elf.Relocation;
import names.Elf.Section;

/// The library with shorter tables at its beginning, and all that comes after them as far up in
/// memory as before.
final class Shortened {
  private static final int PAGE = 0x1000;
  private static final int LOAD = 1;
  private static final int NOTE = 4;

  private final Elf elf;
  private final ByteBuffer file;
  private final ByteBuffer dynamic;

  /// The tables that are written anew, and where.
  private final Map<Section, byte[]> anew = new HashMap<>();

  private final Map<Section, Integer> places = new HashMap<>();
  private final int start;
  private final int end;

  /// Where in the old file that begins which is kept as it is, and by how much it moves towards the
  /// file's beginning.
  private final int rest;

  private final int less;

  /// @param relative relocations that need no name; they come before the others
  /// @param data and those that do
  /// @param functions the same of functions, which are a table of their own
  Shortened(
      Elf elf,
      Names names,
      List<Relocation> relative,
      List<Relocation> data,
      List<Relocation> functions) {
    this.elf = elf;
    file = elf.file;
    List<Section> relocations =
        elf.sections.stream().filter(section -> section.type() == Elf.RELA).toList();
    Section symbols = elf.section(Elf.DYNSYM).orElseThrow();
    Section oldStrings = elf.sections.get(symbols.link());
    var strings = new Strings();
    anew.put(symbols, names.table(strings));
    anew.put(elf.section(Elf.VERSYM).orElseThrow(), names.versions());
    elf.section(Elf.VERDEF)
        .ifPresent(section -> anew.put(section, versionsDefined(section, oldStrings, strings)));
    elf.section(Elf.VERNEED)
        .ifPresent(section -> anew.put(section, versionsNeeded(section, oldStrings, strings)));
    anew.put(elf.section(Elf.GNU_HASH).orElseThrow(), names.hashTable());
    var all = new ArrayList<>(relative);
    all.addAll(data);
    anew.put(relocations.get(0), bytes(all));
    anew.put(relocations.get(1), bytes(functions));
    dynamic = dynamic(oldStrings, strings);
    anew.put(oldStrings, strings.bytes());

    List<Section> order =
        anew.keySet().stream().sorted(Comparator.comparingInt(Section::offset)).toList();
    start = order.getFirst().offset();
    int at = start;
    for (Section section : order) {
      at = roundedUp(at, Long.BYTES);
      places.put(section, at);
      at += anew.get(section).length;
    }
    end = at;
    Section next = elf.sections.get(order.getLast().index() + 1);
    rest = next.offset() / PAGE * PAGE;
    less = rest - roundedUp(end, PAGE);
    if (less <= 0 || next.offset() != next.address()) {
      throw new IllegalArgumentException("its tables do not lie where they usually lie");
    }
    tellLoader(
        Map.of(
            8, anew.get(relocations.get(0)).length, // RELASZ
            2, anew.get(relocations.get(1)).length, // PLTRELSZ
            10, anew.get(oldStrings).length, // STRSZ
            0x6ffffff9, relative.size())); // RELACOUNT
  }

  void write(Path path) throws IOException {
    ByteBuffer head = ByteBuffer.allocate(rest - less).order(ByteOrder.LITTLE_ENDIAN);
    head.put(0, file, 0, start);
    anew.forEach((section, bytes) -> head.put(places.get(section), bytes));
    head.putLong(40, elf.sectionHeaders() - less);
    splitFirstSegment(head);
    try (FileChannel out =
        FileChannel.open(
            path,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      write(out, head, 0);
      write(out, file.slice(rest, file.capacity() - rest), rest - less);
      write(out, dynamic, elf.section(Elf.DYNAMIC).orElseThrow().offset() - less);
      write(out, sectionHeaders(), elf.sectionHeaders() - less);
    }
  }

  private static void write(FileChannel out, ByteBuffer bytes, long at) throws IOException {
    bytes.rewind();
    for (long place = at; bytes.hasRemaining(); ) {
      place += out.write(bytes, place);
    }
  }

  private static int roundedUp(int value, int unit) {
    return (value + unit - 1) / unit * unit;
  }

  /// The loader maps the tables and what comes after them one by one, so that memory keeps the hole
  /// that the file has not. The header for it was the one of the notes, which say who built the
  /// library.
  private void splitFirstSegment(ByteBuffer head) {
    int table = (int) file.getLong(32);
    int count = file.getShort(56);
    var headers = new ArrayList<ByteBuffer>();
    boolean split = false;
    for (int i = 0; i < count; i++) {
      ByteBuffer header = ByteBuffer.allocate(Elf.PROGRAM_HEADER).order(ByteOrder.LITTLE_ENDIAN);
      header.put(0, file, table + i * Elf.PROGRAM_HEADER, Elf.PROGRAM_HEADER);
      int type = header.getInt(0);
      if (type == LOAD && !split) {
        split = true;
        ByteBuffer second = ByteBuffer.allocate(Elf.PROGRAM_HEADER).order(ByteOrder.LITTLE_ENDIAN);
        second.put(0, header, 0, Elf.PROGRAM_HEADER);
        long whole = header.getLong(32);
        second
            .putLong(8, rest - less)
            .putLong(16, rest)
            .putLong(24, rest)
            .putLong(32, whole - rest)
            .putLong(40, whole - rest);
        header.putLong(32, end).putLong(40, end);
        headers.add(header);
        headers.add(second);
      } else if (type != NOTE) {
        if (header.getLong(8) >= rest) {
          header.putLong(8, header.getLong(8) - less);
        }
        headers.add(header);
      }
    }
    if (!split || headers.size() != count) {
      throw new IllegalArgumentException("it has other segments than usual");
    }
    for (int i = 0; i < count; i++) {
      head.put(table + i * Elf.PROGRAM_HEADER, headers.get(i), 0, Elf.PROGRAM_HEADER);
    }
  }

  private ByteBuffer sectionHeaders() {
    int size = elf.sections.size() * Elf.SECTION_HEADER;
    ByteBuffer headers = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    headers.put(0, file, elf.sectionHeaders(), size);
    for (Section section : elf.sections) {
      int at = section.index() * Elf.SECTION_HEADER;
      if (anew.containsKey(section)) {
        int place = places.get(section);
        headers
            .putLong(at + 16, place)
            .putLong(at + 24, place)
            .putLong(at + 32, anew.get(section).length);
      } else if (section.offset() >= rest) {
        headers.putLong(at + 24, section.offset() - less);
      }
    }
    return headers;
  }

  /// The table that the loader reads first, with the new places of its texts.
  private ByteBuffer dynamic(Section oldStrings, Strings strings) {
    ByteBuffer table = elf.copy(elf.section(Elf.DYNAMIC).orElseThrow());
    for (int at = 0; at < table.capacity(); at += 16) {
      switch ((int) table.getLong(at)) {
        case 1, 14, 15, 29 -> // NEEDED, SONAME, RPATH, RUNPATH
            table.putLong(at + 8, strings.place(elf.text(oldStrings, (int) table.getLong(at + 8))));
        default -> {}
      }
    }
    return table;
  }

  /// Where its tables lie now, and how long they are, by the tags of the latter.
  private void tellLoader(Map<Integer, Integer> sizes) {
    Map<Long, Integer> moved = new HashMap<>();
    places.forEach((section, place) -> moved.put(section.address(), place));
    for (int at = 0; at < dynamic.capacity(); at += 16) {
      int tag = (int) dynamic.getLong(at);
      switch (tag) {
        case 5, 6, 7, 23, 0x6ffffef5, 0x6ffffff0, 0x6ffffffc, 0x6ffffffe ->
            // STRTAB, SYMTAB, RELA, JMPREL, GNU_HASH, VERSYM, VERDEF, VERNEED
            dynamic.putLong(at + 8, moved.get(dynamic.getLong(at + 8)));
        case 2, 8, 10, 0x6ffffff9 -> dynamic.putLong(at + 8, sizes.get(tag));
        default -> {}
      }
    }
  }

  private byte[] versionsDefined(Section section, Section oldStrings, Strings strings) {
    ByteBuffer table = elf.copy(section);
    for (int at = 0, step = 1; step != 0; at += step) {
      for (int name = at + table.getInt(at + 12), more = 1; more != 0; name += more) {
        table.putInt(name, strings.place(elf.text(oldStrings, table.getInt(name))));
        more = table.getInt(name + 4);
      }
      step = table.getInt(at + 16);
    }
    return table.array();
  }

  private byte[] versionsNeeded(Section section, Section oldStrings, Strings strings) {
    ByteBuffer table = elf.copy(section);
    for (int at = 0, step = 1; step != 0; at += step) {
      table.putInt(at + 4, strings.place(elf.text(oldStrings, table.getInt(at + 4))));
      for (int name = at + table.getInt(at + 8), more = 1; more != 0; name += more) {
        table.putInt(name + 8, strings.place(elf.text(oldStrings, table.getInt(name + 8))));
        more = table.getInt(name + 12);
      }
      step = table.getInt(at + 12);
    }
    return table.array();
  }

  private static byte[] bytes(List<Relocation> relocations) {
    ByteBuffer table =
        ByteBuffer.allocate(relocations.size() * Elf.RELOCATION).order(ByteOrder.LITTLE_ENDIAN);
    for (Relocation each : relocations) {
      table.putLong(each.place()).putInt(each.type()).putInt(each.symbol()).putLong(each.addend());
    }
    return table.array();
  }
}
