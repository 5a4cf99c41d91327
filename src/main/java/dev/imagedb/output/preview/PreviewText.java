package dev.imagedb.output.preview;

import dev.imagedb.output.Console;
import dev.imagedb.output.DisplayWidth;
import dev.imagedb.output.Entry;
import dev.imagedb.output.Style;
import dev.imagedb.output.TableColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What is told of a picture beside it: its name, and below that a fact a line.
///
/// @param width in columns; what is wider is shortened
record PreviewText(Console console, int width) {
  private static final String GAP = "  ";

  private static final List<TableColumn> FACTS =
      List.of(
          TableColumn.SCORE,
          TableColumn.BELONGS,
          TableColumn.VECTOR,
          TableColumn.TEXT,
          TableColumn.PARTS,
          TableColumn.TAKEN,
          TableColumn.CAMERA,
          TableColumn.SIZE);

  private static final int LABEL_WIDTH =
      FACTS.stream().mapToInt(fact -> fact.title().length()).max().orElse(0);

  List<String> lines(Entry entry) {
    Map<TableColumn, String> cells = TableColumn.cells(entry, console);
    String rank = cell(cells, TableColumn.RANK);
    String number = rank.isEmpty() ? "" : rank + GAP;
    List<String> lines = new ArrayList<>();
    lines.add(name(number, cell(cells, TableColumn.PATH)));
    FACTS.stream()
        .filter(fact -> !cell(cells, fact).isEmpty())
        .map(fact -> line(" ".repeat(number.length()), fact, cell(cells, fact)))
        .forEach(lines::add);
    return lines;
  }

  private static String cell(Map<TableColumn, String> cells, TableColumn column) {
    return cells.getOrDefault(column, "");
  }

  private String name(String number, String path) {
    String fitting = DisplayWidth.cutMiddle(path, width - number.length());
    return number + Style.BOLD.on(console, fitting);
  }

  private String line(String indent, TableColumn fact, String value) {
    String label = indent + DisplayWidth.padEnd(fact.title(), LABEL_WIDTH) + GAP;
    return Style.FAINT.on(console, label) + DisplayWidth.cutEnd(value, width - label.length());
  }
}
