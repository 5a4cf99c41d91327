package dev.imagedb.evaluation;

import dev.imagedb.fault.ExitCode;
import dev.imagedb.fault.UserException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/// Two columns of a CSV file (RFC 4180) with a header.
final class PairTable {
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).setTrim(true).get();

  private PairTable() {}

  /// One line's two cells, neither of them empty.
  record Pair(String first, String second) {}

  /// All lines, in their order.
  ///
  /// @throws UserException where the file cannot be read, or lacks a column, or a line lacks a cell
  static List<Pair> read(Path file, String first, String second) {
    String text = TextFile.read(file);
    try (CSVParser lines = CSVParser.parse(text, FORMAT)) {
      requireColumn(file, lines, first);
      requireColumn(file, lines, second);
      List<Pair> pairs = new ArrayList<>();
      for (CSVRecord line : lines) {
        pairs.add(pair(file, line, first, second));
      }
      if (pairs.isEmpty()) {
        throw UserException.failed(file + " has no line below its header", null);
      }
      return pairs;
    } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
      throw new UserException(
          ExitCode.FAILED, file + " is no CSV file: " + e.getMessage(), null, e);
    }
  }

  private static void requireColumn(Path file, CSVParser lines, String column) {
    if (!lines.getHeaderNames().contains(column)) {
      throw UserException.failed(
          "%s has no column '%s'; its first line is: %s"
              .formatted(file, column, String.join(",", lines.getHeaderNames())),
          "name the columns in the first line");
    }
  }

  private static Pair pair(Path file, CSVRecord line, String first, String second) {
    if (!line.isSet(first)
        || !line.isSet(second)
        || line.get(first).isEmpty()
        || line.get(second).isEmpty()) {
      throw UserException.failed(
          "%s, record %d: expected %s,%s but it is: %s"
              .formatted(
                  file, line.getRecordNumber(), first, second, String.join(",", line.values())),
          null);
    }
    return new Pair(line.get(first), line.get(second));
  }
}
