package dev.imagedb.output.preview;

import java.util.Collections;
import java.util.List;

/// What a terminal is sent to show a picture.
///
/// @param rows characters that take as many columns as there is room for
/// @param overlay what paints over them once they are there, told at the picture's upper left
///   corner; empty where the rows are the picture
record Drawing(List<String> rows, String overlay) {
  Drawing {
    rows = List.copyOf(rows);
  }

  /// A picture that is painted over blanks.
  static Drawing over(Room room, String overlay) {
    return new Drawing(Collections.nCopies(room.rows(), " ".repeat(room.columns())), overlay);
  }

  /// No picture.
  static Drawing blank(Room room) {
    return over(room, "");
  }
}
