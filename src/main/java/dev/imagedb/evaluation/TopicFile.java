package dev.imagedb.evaluation;

import dev.imagedb.fault.UserException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Questions with known answers, as a file tells them.
///
/// @param file for messages; pictures' names may be relative to its folder
public record TopicFile(Path file, List<Topic> topics) {
  /// A question, and what people say should be found.
  ///
  /// @param id by which runs and judgements name it
  /// @param words a prompt
  /// @param judgements how relevant pictures are, by the names that the file has for them: 1 or
  ///   more for relevant ones
  public record Topic(String id, String words, Map<String, Integer> judgements) {
    public Topic {
      judgements = Map.copyOf(judgements);
    }
  }

  public TopicFile {
    topics = List.copyOf(topics);
  }

  /// Captions, a line each: the header `image,caption`, and each caption's one relevant picture.
  /// Topics are numbered from 1.
  ///
  /// @throws UserException where the file cannot be read or a column is missing
  public static TopicFile ofCaptions(Path file) {
    List<Topic> topics = new ArrayList<>();
    for (PairTable.Pair pair : PairTable.read(file, "image", "caption")) {
      topics.add(
          new Topic(Integer.toString(topics.size() + 1), pair.second(), Map.of(pair.first(), 1)));
    }
    return new TopicFile(file, topics);
  }

  /// A collection as TREC has them: judgements, and the topics that they are about. As in
  /// `trec_eval`, topics that nobody judged are left out.
  ///
  /// @param judgements lines of `topic iteration document relevance` (qrels)
  /// @param topics lines of `topic`, a tab, and its words
  /// @throws UserException where a file cannot be read, a line is malformed, or the judgements are
  ///   about no topic
  public static TopicFile ofTrec(Path judgements, Path topics) {
    Map<String, Map<String, Integer>> judged = TrecLines.readJudgements(judgements);
    Map<String, String> words = new LinkedHashMap<>(TrecLines.readTopics(topics));
    words.keySet().retainAll(judged.keySet());
    if (words.isEmpty()) {
      throw UserException.failed(
          judgements + " judges none of the topics of " + topics,
          "the first column of both files is the topic");
    }
    return new TopicFile(
        judgements,
        words.entrySet().stream()
            .map(topic -> topic(topic.getKey(), topic.getValue(), judged))
            .toList());
  }

  private static Topic topic(
      String id, String words, Map<String, Map<String, Integer>> judgements) {
    return new Topic(id, words, judgements.getOrDefault(id, Map.of()));
  }
}
