package dev.imagedb.store;

/// How a vector's ranking and a text's become one.
public enum Fusion {
  /// Reciprocal rank fusion (Cormack, Clarke and Büttcher, SIGIR 2009): what either finds can be a
  /// hit, and their scores need not be comparable.
  RRF,

  /// The sum of both scores, each brought to 0 to 1: what either finds can be a hit, and how much
  /// better the first is than the second counts.
  SUM,

  /// The text only decides what can be a hit; the vector alone gives the order.
  FILTER
}
