package dev.inkling.api;

import java.nio.ByteBuffer;

/// How the values of a tensor are stored. The unsigned ones are read as if they were not: of whole
/// numbers only 0 and 1 are ink, and whatever else one of them is, it is refused.
enum V2Datatype {
  FP16(Short.BYTES, bytes -> Float.float16ToFloat(bytes.getShort())),
  FP32(Float.BYTES, ByteBuffer::getFloat),
  FP64(Double.BYTES, bytes -> (float) bytes.getDouble()),
  INT8(Byte.BYTES, ByteBuffer::get),
  INT16(Short.BYTES, ByteBuffer::getShort),
  INT32(Integer.BYTES, ByteBuffer::getInt),
  INT64(Long.BYTES, ByteBuffer::getLong),
  UINT8(Byte.BYTES, ByteBuffer::get),
  UINT16(Short.BYTES, ByteBuffer::getShort),
  UINT32(Integer.BYTES, ByteBuffer::getInt),
  UINT64(Long.BYTES, ByteBuffer::getLong);

  private interface Reader {
    float next(ByteBuffer bytes);
  }

  private final int size;
  private final Reader reader;

  V2Datatype(int size, Reader reader) {
    this.size = size;
    this.reader = reader;
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
    for (int i = 0; i < values.length; i++) {
      values[i] = reader.next(bytes);
    }
    return values;
  }
}
