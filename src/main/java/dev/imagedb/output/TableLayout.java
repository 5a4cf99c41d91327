package dev.imagedb.output;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Which columns a table has, and how wide they are.
///
/// Columns that hold nothing are left out. Where the rest is too wide for the terminal, the path is
/// shortened; where less than [#READABLE_PATH] would be left of it, columns that say less go first.
final class TableLayout {
  private static final String GAP = "  ";
  private static final int READABLE_PATH = 24;

  /// In the order in which they give way.
  private static final List<TableColumn> LESS_IMPORTANT =
      List.of(TableColumn.CAMERA, TableColumn.TAKEN, TableColumn.SIZE);

  private final Map<TableColumn, Integer> widths = new EnumMap<>(TableColumn.class);

  /// Lays out a table after its first rows.
  ///
  /// @param rows the cells of the first rows, by column
  /// @param room columns of the terminal
  TableLayout(Collection<Map<TableColumn, String>> rows, int room) {
    for (TableColumn column : TableColumn.values()) {
      int widest = rows.stream().mapToInt(row -> width(row, column)).max().orElse(0);
      if (widest > 0) {
        widths.put(column, Math.max(widest, column.title().length()));
      }
    }
    fit(room);
  }

  String header() {
    Map<TableColumn, String> titles = new EnumMap<>(TableColumn.class);
    widths.keySet().forEach(column -> titles.put(column, column.title()));
    return line(titles);
  }

  /// One row, without spaces at its end.
  String line(Map<TableColumn, String> row) {
    return widths.entrySet().stream()
        .map(column -> column.getKey().aligned(cell(row, column.getKey()), column.getValue()))
        .collect(Collectors.joining(GAP))
        .stripTrailing();
  }

  private void fit(int room) {
    int path = widths.getOrDefault(TableColumn.PATH, 0);
    int wanted = Math.min(path, READABLE_PATH);
    for (TableColumn column : LESS_IMPORTANT) {
      if (roomForPath(room) < wanted) {
        widths.remove(column);
      }
    }
    widths.computeIfPresent(
        TableColumn.PATH, (_, width) -> Math.clamp(roomForPath(room), 1, width));
  }

  private int roomForPath(int room) {
    int others =
        widths.entrySet().stream()
            .filter(column -> column.getKey() != TableColumn.PATH)
            .mapToInt(column -> column.getValue() + GAP.length())
            .sum();
    return room - others;
  }

  private static int width(Map<TableColumn, String> row, TableColumn column) {
    return DisplayWidth.of(cell(row, column));
  }

  private static String cell(Map<TableColumn, String> row, TableColumn column) {
    return row.getOrDefault(column, "");
  }
}
