package dev.inkling.model.network;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/// A network's weights as bytes: how many arrays, and for each its name, how many values, and those
/// as big-endian 32-bit numbers.
public final class WeightsFile {
  private WeightsFile() {}

  /// Reads what [#write(Map, OutputStream)] wrote.
  public static Map<String, float[]> read(InputStream file) throws IOException {
    try (var in = new DataInputStream(new GZIPInputStream(file))) {
      return readArrays(in);
    }
  }

  /// Writes them, compressed.
  public static void write(Map<String, float[]> weights, OutputStream file) throws IOException {
    try (var out = new DataOutputStream(new GZIPOutputStream(file))) {
      writeArrays(weights, out);
    }
  }

  /// As they stand inside other files.
  public static Map<String, float[]> readArrays(DataInputStream in) throws IOException {
    var arrays = new LinkedHashMap<String, float[]>();
    for (int count = in.readInt(); count > 0; count--) {
      String name = in.readUTF();
      var values = new float[in.readInt()];
      var bytes = new byte[values.length * Float.BYTES];
      in.readFully(bytes);
      ByteBuffer.wrap(bytes).asFloatBuffer().get(values);
      arrays.put(name, values);
    }
    return arrays;
  }

  /// As they stand inside other files.
  public static void writeArrays(Map<String, float[]> arrays, DataOutputStream out)
      throws IOException {
    out.writeInt(arrays.size());
    for (var array : arrays.entrySet()) {
      out.writeUTF(array.getKey());
      out.writeInt(array.getValue().length);
      var bytes = ByteBuffer.allocate(array.getValue().length * Float.BYTES);
      bytes.asFloatBuffer().put(array.getValue());
      out.write(bytes.array());
    }
  }
}
