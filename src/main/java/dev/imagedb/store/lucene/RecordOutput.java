package dev.imagedb.store.lucene;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// Writes the parts of records one after another; [RecordInput] reads them in the same order.
final class RecordOutput {
  private final ByteBuffersDataOutput out = new ByteBuffersDataOutput();

  /// Writes one part.
  @FunctionalInterface
  interface Writing<T> {
    void write(RecordOutput out, T value) throws IOException;
  }

  void text(String value) throws IOException {
    out.writeString(value);
  }

  void whole(long value) throws IOException {
    out.writeZLong(value);
  }

  void number(int value) throws IOException {
    out.writeZLong(value);
  }

  void fraction(double value) {
    out.writeLong(Double.doubleToLongBits(value));
  }

  /// Bytes of a number that the reader knows.
  void raw(byte[] bytes) {
    out.writeBytes(bytes);
  }

  /// A byte that tells whether there is a value, then the value.
  <T> void optional(@Nullable T value, Writing<T> writing) throws IOException {
    out.writeByte((byte) (value == null ? 0 : 1));
    if (value != null) {
      writing.write(this, value);
    }
  }

  /// The number of values, then the values.
  <T> void list(List<T> values, Writing<T> writing) throws IOException {
    out.writeVInt(values.size());
    for (T value : values) {
      writing.write(this, value);
    }
  }

  BytesRef bytes() {
    return new BytesRef(out.toArrayCopy());
  }
}
