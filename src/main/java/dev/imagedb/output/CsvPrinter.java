package dev.imagedb.output;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/// Comma-separated values with a header: the same columns in every command, empty where a picture
/// has nothing to say.
final class CsvPrinter implements EntryPrinter {
  private final Console console;

  /// A record is put together here: a writer takes whole lines much faster than characters.
  private final StringBuilder line = new StringBuilder();

  private final CSVPrinter csv;

  CsvPrinter(Console console) {
    this.console = console;
    try {
      csv = new CSVPrinter(line, format());
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
    printLine();
  }

  private static CSVFormat format() {
    String[] header = CsvColumn.ALL.stream().map(CsvColumn::title).toArray(String[]::new);
    return CSVFormat.RFC4180.builder().setRecordSeparator('\n').setHeader(header).get();
  }

  @Override
  public void print(Entry entry) {
    List<String> cells =
        CsvColumn.ALL.stream().map(column -> console.raw(column.cell(entry))).toList();
    try {
      csv.printRecord(cells);
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
    printLine();
  }

  @Override
  public void finish() {
    console.out().flush();
  }

  private void printLine() {
    console.out().append(line);
    line.setLength(0);
  }
}
