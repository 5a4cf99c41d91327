package dev.imagedb.output;

/// One JSON array of all pictures, indented, written as they come.
final class JsonPrinter implements EntryPrinter {
  private final Console console;
  private final Json json;
  private final PhotoFields fields;

  JsonPrinter(Console console) {
    this.console = console;
    json = Json.indented(console.out());
    fields = new PhotoFields(json);
    json.beginArray();
  }

  @Override
  public void print(Entry entry) {
    fields.entry(entry);
  }

  @Override
  public void finish() {
    json.endArray();
    console.out().println();
    console.out().flush();
  }
}
