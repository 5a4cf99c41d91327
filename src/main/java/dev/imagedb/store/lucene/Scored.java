package dev.imagedb.store.lucene;

/// A document and what a query scores it.
record Scored(int doc, float score) {}
