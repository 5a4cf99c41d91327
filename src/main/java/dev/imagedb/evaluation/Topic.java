package dev.imagedb.evaluation;

import java.util.Map;

/// A question, and what people say should be found.
///
/// @param id by which runs and judgements name it
/// @param words a prompt
/// @param judgements how relevant pictures are, by the names that the file has for them: 1 or more
///   for relevant ones
public record Topic(String id, String words, Map<String, Integer> judgements) {
  public Topic {
    judgements = Map.copyOf(judgements);
  }
}
