package dev.imagedb.embed.openclip;

import dev.imagedb.embed.openclip.OpenClipConfig.TextConfig;
import java.util.Arrays;

/// A text's ids as a tower takes them, and the position whose features are its vector.
///
/// @param ids shape (S)
@SuppressWarnings("ArrayRecordComponent") // never compared
record TokenSequence(long[] ids, int pooled) {

  /// Cuts ids to the context, pads them where the tower sees the padding, and finds where its
  /// features are taken from (`text_global_pool` in OpenCLIP's transformer.py).
  ///
  /// A causal tower's features depend on nothing that comes later: it need not see more than the
  /// sequence up to them.
  ///
  /// @param ids with the special tokens around the text, of any length
  static TokenSequence of(long[] ids, TextConfig text, long padding) {
    long[] context = truncated(ids, text.contextLength());
    long[] padded = Arrays.copyOf(context, text.contextLength());
    Arrays.fill(padded, context.length, padded.length, padding);
    int pooled =
        switch (text.pool()) {
          case FIRST -> 0;
          case LAST -> padded.length - 1;
          case ARGMAX -> highest(padded);
          case EOS -> first(padded, text.endId());
        };
    return new TokenSequence(text.causal() ? Arrays.copyOf(padded, pooled + 1) : padded, pooled);
  }

  /// Keeps the last id, the end of text, when the rest is too long.
  private static long[] truncated(long[] ids, int length) {
    if (ids.length <= length) {
      return ids;
    }
    long[] cut = Arrays.copyOf(ids, length);
    cut[length - 1] = ids[ids.length - 1];
    return cut;
  }

  private static int highest(long[] ids) {
    int highest = 0;
    for (int i = 1; i < ids.length; i++) {
      if (ids[i] > ids[highest]) {
        highest = i;
      }
    }
    return highest;
  }

  /// Where an id stands first; 0 where it does not stand, as the reference has it.
  private static int first(long[] ids, long wanted) {
    for (int i = 0; i < ids.length; i++) {
      if (ids[i] == wanted) {
        return i;
      }
    }
    return 0;
  }
}
