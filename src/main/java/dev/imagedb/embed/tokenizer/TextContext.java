package dev.imagedb.embed.tokenizer;

import java.util.Arrays;

/// The fixed length that a text's ids are cut to or filled up to.
///
/// @param closed whether a text ends in an id of the tokenizer's, the end of text, which is kept
///   when the rest is too long
record TextContext(int length, Padding padding, boolean closed) {

  /// Cuts ids, or fills them up.
  ///
  /// @param ids with the special tokens around the text, of any length
  /// @return shape (length)
  long[] fit(long[] ids) {
    if (ids.length > length) {
      long[] cut = Arrays.copyOf(ids, length);
      cut[length - 1] = ids[closed ? ids.length - 1 : length - 1];
      return cut;
    }
    long[] context = new long[length];
    Arrays.fill(context, padding.id());
    System.arraycopy(ids, 0, context, padding.left() ? length - ids.length : 0, ids.length);
    return context;
  }
}
