package dev.imagedb.search;

import dev.imagedb.fault.UserException;
import dev.imagedb.search.Likeness.Weighted;

/// Words that stand in the hits' metadata.
///
/// @param weight how much they count beside the others: finite, more than 0
public record WeightedText(String words, double weight) {
  public WeightedText {
    if (words.isBlank()) {
      throw UserException.usage("--text has no words", "--text \"Canon 2019\"");
    }
    if (!(weight > 0) || Double.isInfinite(weight)) {
      throw UserException.usage(
          "the weight of a text is " + weight + ", expected a number above 0",
          "to leave pictures out: --text=-word");
    }
  }

  /// What people write: words, and their weight behind a caret.
  static WeightedText parse(String written) {
    Weighted words = Weighted.parse(written);
    return new WeightedText(words.text(), words.weight());
  }
}
