package names;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Texts, each once, with a zero after it.
final class Strings {
  private final Map<String, Integer> places = new HashMap<>(Map.of("", 0));
  private final List<String> all = new ArrayList<>(List.of(""));
  private int size = 1;

  /// Where it lies, or will.
  int place(String text) {
    return places.computeIfAbsent(
        text,
        added -> {
          int place = size;
          all.add(added);
          size += added.length() + 1;
          return place;
        });
  }

  byte[] bytes() {
    ByteBuffer bytes = ByteBuffer.allocate(size);
    all.forEach(text -> bytes.put(text.getBytes(StandardCharsets.ISO_8859_1)).put((byte) 0));
    return bytes.array();
  }
}
