package dev.imagedb.store.lucene;

import dev.imagedb.store.Hit.Standing;
import org.jspecify.annotations.Nullable;

/// One document in its place. The scores are as in [dev.imagedb.store.Hit].
record Ranked(int doc, double score, @Nullable Standing vector, @Nullable Standing text) {}
