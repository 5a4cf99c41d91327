package dev.imagedb.output;

import java.util.ArrayList;
import java.util.List;

/// Lines for people, broken between words where they would be wider than the terminal.
public final class WrappedText {
  private static final String GAP = "  ";

  private final int width;
  private final List<String> lines = new ArrayList<>();

  /// A text without lines.
  ///
  /// @param width of the terminal, in columns
  public WrappedText(int width) {
    this.width = width;
  }

  /// A name, and what is to be said of it.
  public record Entry(String name, String description) {}

  /// An empty line, unless there is one.
  public void gap() {
    if (!lines.isEmpty() && !lines.getLast().isEmpty()) {
      lines.add("");
    }
  }

  /// A line as it stands.
  public void line(String text) {
    lines.add(text);
  }

  public void paragraph(String text) {
    hanging("", text);
  }

  /// Text behind a beginning that nothing else stands under.
  public void hanging(String beginning, String text) {
    String indent = " ".repeat(DisplayWidth.of(beginning));
    List<String> broken = broken(text, width - DisplayWidth.of(beginning));
    for (int at = 0; at < broken.size(); at++) {
      lines.add((at == 0 ? beginning : indent) + broken.get(at));
    }
  }

  /// A name to the left, and what is said of it to the right of a column that the name fills, or
  /// below where it is longer.
  public void entry(Entry entry, int column) {
    String space = " ".repeat(column) + GAP;
    if (DisplayWidth.of(entry.name()) > column) {
      lines.add(entry.name());
      hanging(space, entry.description());
    } else {
      hanging(DisplayWidth.padEnd(entry.name(), column) + GAP, entry.description());
    }
  }

  /// How wide a line may be to the right of a column.
  public int roomBehind(int column) {
    return width - column - GAP.length();
  }

  /// A word that has no room even by itself stands on a line of its own.
  private static List<String> broken(String text, int room) {
    List<String> lines = new ArrayList<>();
    String line = "";
    for (String word : text.split(" ", -1)) {
      if (!line.isEmpty() && DisplayWidth.of(line) + 1 + DisplayWidth.of(word) > room) {
        lines.add(line);
        line = "";
      }
      line = line.isEmpty() ? word : line + " " + word;
    }
    if (!line.isEmpty()) {
      lines.add(line);
    }
    return lines;
  }

  /// The lines, each ended.
  @Override
  public String toString() {
    return String.join("\n", lines).stripTrailing() + "\n";
  }
}
