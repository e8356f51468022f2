package dev.inkling.api;

import java.nio.ByteBuffer;

/// How the values of a tensor are stored. The unsigned ones are read as if they were not: of whole
/// numbers only 0 and 1 are ink, and whatever else one of them is, it is refused.
enum V2Datatype {
  FP16(Short.BYTES, each(bytes -> Float.float16ToFloat(bytes.getShort()))),
  FP32(Float.BYTES, (bytes, values) -> bytes.asFloatBuffer().get(values)),
  FP64(Double.BYTES, each(bytes -> (float) bytes.getDouble())),
  INT8(Byte.BYTES, each(ByteBuffer::get)),
  INT16(Short.BYTES, each(ByteBuffer::getShort)),
  INT32(Integer.BYTES, each(ByteBuffer::getInt)),
  INT64(Long.BYTES, each(ByteBuffer::getLong)),
  UINT8(Byte.BYTES, each(ByteBuffer::get)),
  UINT16(Short.BYTES, each(ByteBuffer::getShort)),
  UINT32(Integer.BYTES, each(ByteBuffer::getInt)),
  UINT64(Long.BYTES, each(ByteBuffer::getLong));

  /// Fills an array.
  private interface Reader {
    void read(ByteBuffer bytes, float[] values);
  }

  private interface OfOne {
    float next(ByteBuffer bytes);
  }

  private final int size;
  private final Reader reader;

  V2Datatype(int size, Reader reader) {
    this.size = size;
    this.reader = reader;
  }

  private static Reader each(OfOne one) {
    return (bytes, values) -> {
      for (int i = 0; i < values.length; i++) {
        values[i] = one.next(bytes);
      }
    };
  }

  /// How many bytes a value has.
  int size() {
    return size;
  }

  boolean isWhole() {
    return this != FP16 && this != FP32 && this != FP64;
  }

  /// All values that are in there.
  float[] values(ByteBuffer bytes) {
    var values = new float[bytes.remaining() / size];
    reader.read(bytes, values);
    return values;
  }
}
