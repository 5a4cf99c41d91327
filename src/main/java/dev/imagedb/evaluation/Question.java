package dev.imagedb.evaluation;

import java.util.Map;

/// A topic, its judgements found in a gallery.
///
/// @param relevance of pictures, by their place in the gallery
record Question(String id, String words, Map<Integer, Integer> relevance) {
  Question {
    relevance = Map.copyOf(relevance);
  }
}
