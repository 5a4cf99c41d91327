package dev.imagedb.output;

/// Comma-separated values with a header: the same columns in every command, empty where a picture
/// has nothing to say.
final class CsvPrinter implements EntryPrinter {
  private final Console console;
  private final CsvTable table;

  CsvPrinter(Console console) {
    this.console = console;
    this.table = new CsvTable(console, CsvColumn.ALL.stream().map(CsvColumn::title).toList());
  }

  @Override
  public void print(Entry entry) {
    table.line(CsvColumn.ALL.stream().map(column -> column.value().apply(entry)).toArray());
  }

  @Override
  public void finish() {
    console.out().flush();
  }
}
