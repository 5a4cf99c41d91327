package dev.imagedb.output;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An aligned table for people. It fits the terminal; in a pipe nothing is shortened.
///
/// The first rows decide how wide the columns are; the rest is printed as it comes.
final class TablePrinter implements EntryPrinter {
  /// More than anyone looks at at once, and few enough to wait for.
  static final int ROWS_THAT_DECIDE = 1000;

  private static final int UNLIMITED = Integer.MAX_VALUE;

  private final Console console;
  private final List<Map<TableColumn, String>> waiting = new ArrayList<>();
  private @Nullable TableLayout layout;

  TablePrinter(Console console) {
    this.console = console;
  }

  @Override
  public void print(Entry entry) {
    Map<TableColumn, String> row = TableColumn.cells(entry, console);
    if (layout != null) {
      console.out().println(layout.line(row));
      return;
    }
    waiting.add(row);
    if (waiting.size() == ROWS_THAT_DECIDE) {
      layout = printWaiting();
    }
  }

  @Override
  public void finish() {
    if (!waiting.isEmpty()) {
      layout = printWaiting();
    }
    console.out().flush();
  }

  private TableLayout printWaiting() {
    int room = console.screen().showsOut() ? console.screen().width().getAsInt() : UNLIMITED;
    TableLayout decided = new TableLayout(waiting, room);
    console.out().println(Style.FAINT.on(console, decided.header()));
    waiting.forEach(row -> console.out().println(decided.line(row)));
    waiting.clear();
    return decided;
  }
}
