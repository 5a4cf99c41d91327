package dev.imagedb.store.lucene;

import dev.imagedb.store.Damage;
import java.util.List;

/// What is wrong with a picture's documents.
///
/// @param documents those that must go to mend it, by their numbers in the whole index
record Flaw(Damage damage, List<Integer> documents) {
  Flaw {
    documents = List.copyOf(documents);
  }
}
