package dev.imagedb.manual;

/// What a shell has room to say beside a candidate.
final class Sentence {
  private Sentence() {}

  /// The first sentence, without its full stop.
  static String first(String text) {
    int end = text.indexOf(". ");
    String sentence = end < 0 ? text : text.substring(0, end);
    return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
  }
}
