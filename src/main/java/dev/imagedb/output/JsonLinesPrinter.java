package dev.imagedb.output;

/// One JSON object a line, so that a script can begin before the last one is written.
final class JsonLinesPrinter implements EntryPrinter {
  private final Console console;

  JsonLinesPrinter(Console console) {
    this.console = console;
  }

  @Override
  public void print(Entry entry) {
    new PhotoFields(Json.compact(console.out())).entry(entry);
    console.out().println();
  }

  @Override
  public void finish() {
    console.out().flush();
  }
}
