package dev.imagedb.output;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/// Lines of comma-separated values below a header, for spreadsheets.
///
/// A spreadsheet takes a cell for a formula if it begins with `=`, `+`, `-`, `@`, a tab or a
/// carriage return (OWASP, CSV injection). Strangers' words that do so get an apostrophe in front,
/// which spreadsheets take for "this is text" and do not show. Numbers are left alone.
final class CsvTable {
  private static final String FORMULA_STARTS = "=+-@\t\r";

  private final Console console;

  /// A record is put together here: a writer takes whole lines much faster than characters.
  private final StringBuilder line = new StringBuilder();

  private final CSVPrinter csv;

  CsvTable(Console console, List<String> header) {
    this.console = console;
    try {
      csv = new CSVPrinter(line, CSVFormat.RFC4180.builder().setRecordSeparator('\n').get());
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
    line(header.toArray());
  }

  /// Prints a line; a cell is empty where nothing is known.
  void line(@Nullable Object... cells) {
    try {
      csv.printRecord(Arrays.stream(cells).map(cell -> console.raw(text(cell))));
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
    console.out().append(line);
    line.setLength(0);
  }

  private static String text(@Nullable Object cell) {
    return switch (cell) {
      case null -> "";
      case BigDecimal number -> number.toPlainString();
      case Number number -> number.toString();
      case Object words -> defused(words.toString());
    };
  }

  private static String defused(String words) {
    boolean formula = !words.isEmpty() && FORMULA_STARTS.indexOf(words.charAt(0)) >= 0;
    return formula ? "'" + words : words;
  }
}
