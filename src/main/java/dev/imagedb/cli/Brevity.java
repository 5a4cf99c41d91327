package dev.imagedb.cli;

import java.util.List;

/// Shortens what an option does to what fits a line.
final class Brevity {
  /// Where a sentence may end early, the best place first.
  private static final List<String> ENDS = List.of("; ", ": ", " (", ", ");

  private static final String DEFAULT = " Default: ";

  private Brevity() {}

  /// The first sentence, and the default where both have room; where the sentence alone has none,
  /// as much of it as makes sense by itself.
  static String line(String text, int room) {
    String sentence = text.split("(?<=\\.) ", 2)[0];
    int at = text.indexOf(DEFAULT);
    String whole = sentence + (at < 0 ? "" : text.substring(at));
    if (whole.length() <= room) {
      return whole;
    }
    return sentence.length() <= room ? sentence : beginning(sentence, room);
  }

  private static String beginning(String sentence, int room) {
    return ENDS.stream()
        .map(end -> sentence.lastIndexOf(end, room - 1))
        .filter(at -> at > 0)
        .findFirst()
        .map(at -> sentence.substring(0, at) + ".")
        .orElse(sentence);
  }
}
