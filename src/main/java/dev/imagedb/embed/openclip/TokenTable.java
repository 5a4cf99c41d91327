package dev.imagedb.embed.openclip;

import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import dev.imagedb.embed.files.Safetensors.StoredTensor;
import dev.imagedb.fault.UserException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// The table of a vocabulary's vectors, shape (vocabulary, width).
///
/// A text needs a handful of its rows: they are read where they lie in the mapped file. The table
/// as a whole can be larger than any array (multilingual vocabularies), and need not be widened.
///
/// @param rows as the file holds them
record TokenTable(StoredTensor rows, int width) {
  private static final ValueLayout.OfInt FLOAT =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private static final ValueLayout.OfShort HALF =
      ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  /// The vectors of a sequence.
  ///
  /// @param ids shape (S)
  /// @return shape (1, S, width), float32
  /// @throws UserException for an id that is not in the vocabulary
  PtNDArray lookUp(PtNDManager scope, long[] ids) {
    ByteBuffer vectors = scope.allocateDirect(ids.length * width * Float.BYTES);
    for (long id : ids) {
      if (id < 0 || id >= rows.shape()[0]) {
        throw UserException.failed(
            "the tokenizer gives the id " + id + ", but the model knows " + rows.shape()[0],
            "the tokenizer and the weights are not of one model: fetch both anew");
      }
      for (int column = 0; column < width; column++) {
        vectors.putFloat(number(id * width + column));
      }
    }
    return scope.create(vectors.flip(), new Shape(1, ids.length, width), DataType.FLOAT32);
  }

  private float number(long index) {
    MemorySegment data = rows.data();
    return switch (rows.type()) {
      case F32 -> Float.intBitsToFloat(data.get(FLOAT, index * Float.BYTES));
      case F16 -> Float.float16ToFloat(data.get(HALF, index * Short.BYTES));
      case BF16 -> Float.intBitsToFloat(data.get(HALF, index * Short.BYTES) << 16);
    };
  }
}
