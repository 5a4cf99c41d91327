package dev.imagedb.embed.openclip;

import java.util.Arrays;

/// A text's ids as a tower takes them, and the position whose features are its vector where it is
/// that of one.
///
/// @param ids shape (S)
/// @param places where in the context they stand, shape (S)
/// @param pooled counted in `ids`; S for the class token behind them
/// @param classTokenSeen whether a class token sees itself
@SuppressWarnings("ArrayRecordComponent") // never compared
record TokenSequence(long[] ids, long[] places, int pooled, boolean classTokenSeen) {

  /// What stands at some places of a context.
  static TokenSequence at(long[] context, int[] places, int pooled, boolean classTokenSeen) {
    return new TokenSequence(
        Arrays.stream(places).mapToLong(place -> context[place]).toArray(),
        Arrays.stream(places).asLongStream().toArray(),
        pooled,
        classTokenSeen);
  }

  /// Where the highest id stands first.
  static int highest(long[] ids) {
    int highest = 0;
    for (int i = 1; i < ids.length; i++) {
      if (ids[i] > ids[highest]) {
        highest = i;
      }
    }
    return highest;
  }

  /// Where an id stands first; 0 where it does not stand, as the reference has it.
  static int first(long[] ids, long wanted) {
    for (int i = 0; i < ids.length; i++) {
      if (ids[i] == wanted) {
        return i;
      }
    }
    return 0;
  }
}
