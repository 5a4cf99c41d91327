package dev.imagedb.shell;

/// A word of a line.
///
/// @param text what it means, without quotes
/// @param start where it begins in the line
/// @param end where it ends, exclusive
/// @param quoted whether any of it stands in quotes
record Word(String text, int start, int end, boolean quoted) {

  /// Whether it is an option's name, rather than a word that happens to begin with a dash.
  boolean isOption() {
    return !quoted && text.startsWith("-") && text.length() > 1;
  }
}
