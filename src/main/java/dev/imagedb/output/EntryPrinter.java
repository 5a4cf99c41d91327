package dev.imagedb.output;

import java.util.stream.Stream;

/// Prints pictures one after the other on standard output, in one format. To be used once, by one
/// thread.
public interface EntryPrinter {

  /// Prints a picture now, or as soon as it is known how the lines must be laid out.
  void print(Entry entry);

  /// Prints what is still held back and what closes the format, and flushes. Must be called even
  /// where there was nothing to print.
  void finish();

  /// Prints all of them, the first at once where the format allows, and closes the stream. Ends
  /// early where nobody reads any more (`imagedb list --paths | head`), which is no error.
  static void printAll(Stream<Entry> entries, OutputFormat format, Console console) {
    EntryPrinter printer = of(format, console);
    try (entries) {
      entries.takeWhile(_ -> !console.out().checkError()).forEachOrdered(printer::print);
    }
    printer.finish();
  }

  static EntryPrinter of(OutputFormat format, Console console) {
    return switch (format) {
      case TABLE -> new TablePrinter(console);
      case JSON -> new JsonPrinter(console);
      case JSONL -> new JsonLinesPrinter(console);
      case CSV -> new CsvPrinter(console);
      case PATHS -> PathPrinter.lines(console);
      case PATHS0 -> PathPrinter.nulTerminated(console);
    };
  }
}
