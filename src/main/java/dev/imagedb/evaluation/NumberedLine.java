package dev.imagedb.evaluation;

import dev.imagedb.fault.UserException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// A line of a file that people wrote.
///
/// @param number from 1
record NumberedLine(Path file, int number, String text) {

  /// All lines but the blank ones.
  ///
  /// @throws UserException where the file cannot be read, or says nothing
  static List<NumberedLine> of(Path file) {
    List<String> lines = TextFile.read(file).lines().toList();
    return IntStream.range(0, lines.size())
        .mapToObj(at -> new NumberedLine(file, at + 1, lines.get(at)))
        .filter(line -> !line.text().isBlank())
        .toList();
  }

  /// Takes the line apart.
  ///
  /// @param expected what the pattern stands for, in words
  /// @throws UserException where it is another line
  Matcher match(Pattern pattern, String expected) {
    Matcher columns = pattern.matcher(text.strip());
    if (!columns.matches()) {
      throw wrong("expected " + expected + ", but it is: " + text.strip());
    }
    return columns;
  }

  UserException wrong(String what) {
    return UserException.failed("%s, line %d: %s".formatted(file, number, what), null);
  }
}
