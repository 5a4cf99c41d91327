package dev.imagedb.store;

import dev.imagedb.fault.UserException;

/// Words that stand in a picture's metadata.
///
/// @param text all of its words must be there; `"in a row"`, `-without`, `begin*`
/// @param weight how much they count beside what else is asked for: finite, more than 0
public record Words(String text, double weight) {
  public Words {
    if (text.isBlank()) {
      throw UserException.usage("--text has no words", "--text \"Canon 2019\"");
    }
    if (!Double.isFinite(weight) || weight <= 0) {
      throw UserException.usage(
          "a text's weight is " + weight + ", expected a number over 0",
          "to leave pictures out: --text=-word");
    }
  }
}
