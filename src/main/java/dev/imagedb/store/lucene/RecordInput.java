package dev.imagedb.store.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.store.DataInput;
import org.jspecify.annotations.Nullable;

/// Reads what [RecordOutput] wrote, in the same order.
///
/// @param in where the next part starts
record RecordInput(DataInput in) {

  /// Reads one part.
  @FunctionalInterface
  interface Reading<T> {
    T read(RecordInput in) throws IOException;
  }

  String text() throws IOException {
    return in.readString();
  }

  long whole() throws IOException {
    return in.readZLong();
  }

  /// A whole number that was an `int` when it was written.
  int number() throws IOException {
    return Math.toIntExact(whole());
  }

  double fraction() throws IOException {
    return Double.longBitsToDouble(in.readLong());
  }

  byte[] raw(int length) throws IOException {
    byte[] bytes = new byte[length];
    in.readBytes(bytes, 0, length);
    return bytes;
  }

  <T> @Nullable T optional(Reading<T> reading) throws IOException {
    return in.readByte() == 0 ? null : reading.read(this);
  }

  <T> List<T> list(Reading<T> reading) throws IOException {
    int size = in.readVInt();
    List<T> values = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      values.add(reading.read(this));
    }
    return values;
  }
}
