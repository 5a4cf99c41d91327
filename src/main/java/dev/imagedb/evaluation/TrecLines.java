package dev.imagedb.evaluation;

import dev.imagedb.fault.UserException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The line formats of TREC, which `trec_eval` reads.
///
/// Their columns stand apart by white space, so that a path with a space in it cannot be one; in
/// what is written here, white space and `%` in paths become `%20` and the like, as in URLs.
final class TrecLines {
  /// The document may hold spaces all the same: it is all that stands between the second column and
  /// the last.
  private static final Pattern JUDGEMENT =
      Pattern.compile("(\\S+)\\s+(\\S+)\\s+(\\S.*?)\\s+(-?\\d{1,9})");

  private static final Pattern TOPIC = Pattern.compile("([^\\t]+)\\t\\s*(\\S.*)");
  private static final Pattern ESCAPED = Pattern.compile("%([0-9A-F]{2})");

  private TrecLines() {}

  /// Reads qrels: by topic, each document's relevance.
  ///
  /// @throws UserException where the file cannot be read, or a line is malformed
  static Map<String, Map<String, Integer>> readJudgements(Path file) {
    Map<String, Map<String, Integer>> topics = new LinkedHashMap<>();
    NumberedLine.of(file)
        .forEach(
            line -> {
              Matcher columns = line.match(JUDGEMENT, "topic 0 document relevance");
              topics
                  .computeIfAbsent(columns.group(1), _ -> new LinkedHashMap<>())
                  .put(columns.group(3), Integer.parseInt(columns.group(4)));
            });
    return topics;
  }

  /// Reads topics: by id, the words.
  ///
  /// @throws UserException where the file cannot be read, a line is malformed, or two topics have
  ///   one id
  static Map<String, String> readTopics(Path file) {
    Map<String, String> topics = new LinkedHashMap<>();
    NumberedLine.of(file)
        .forEach(
            line -> {
              Matcher columns = line.match(TOPIC, "a topic, a tab, and its words");
              if (topics.put(columns.group(1).strip(), columns.group(2).strip()) != null) {
                throw line.wrong("there is another topic " + columns.group(1));
              }
            });
    return topics;
  }

  /// A line of a run: `topic Q0 document rank score run`.
  static String ranked(String topic, Path document, int rank, float score) {
    return "%s Q0 %s %d %s imagedb".formatted(topic, escaped(document), rank, score);
  }

  /// A line of qrels.
  static String judged(String topic, Path document, int relevance) {
    return "%s 0 %s %d".formatted(topic, escaped(document), relevance);
  }

  private static String escaped(Path document) {
    return document
        .toString()
        .chars()
        .mapToObj(sign -> sign <= ' ' || sign == '%' ? "%%%02X".formatted(sign) : "" + (char) sign)
        .collect(Collectors.joining());
  }

  /// A document's name as it was before it was written here.
  static String unescaped(String document) {
    return ESCAPED
        .matcher(document)
        .replaceAll(
            code ->
                Matcher.quoteReplacement(
                    "" + (char) Integer.parseInt(code.group(1), /* radix= */ 16)));
  }
}
