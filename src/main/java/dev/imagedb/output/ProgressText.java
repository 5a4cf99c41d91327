package dev.imagedb.output;

/// How far some work is, in words that fit where they are shown.
///
/// @param task what is done; may be empty where the facts tell
/// @param facts counts, rate, time left
/// @param fraction how much of it is done, 0 to 1; NaN where that is not known
/// @param note what else is worth a look, if there is room; may be empty
record ProgressText(String task, String facts, double fraction, String note) {
  private static final String DONE = "━";
  private static final String TO_DO = "─";
  private static final int SHORTEST_BAR = 8;
  private static final int LONGEST_BAR = 24;
  private static final int SHORTEST_NOTE = 12;

  ProgressText {
    task = TerminalText.escape(task);
    facts = TerminalText.escape(facts);
    note = TerminalText.escape(note);
  }

  /// For a log: all of it on one line.
  String plain() {
    return (task.isEmpty() ? "" : task + ": ") + facts + (note.isEmpty() ? "" : ", " + note);
  }

  /// For a terminal: in so many columns at most. Where room is short, the note goes first, then the
  /// bar, then the task.
  String fitting(int columns) {
    String head = task.isEmpty() ? "" : task + " ";
    int room = columns - DisplayWidth.of(head + facts);
    if (room < 0) {
      return DisplayWidth.cutEnd(facts, columns);
    }
    String bar = bar(room - 1);
    return head + bar + facts + note(room - DisplayWidth.of(bar));
  }

  private String bar(int room) {
    int length = Math.min(room, LONGEST_BAR);
    if (Double.isNaN(fraction) || length < SHORTEST_BAR) {
      return "";
    }
    int done = (int) Math.floor(length * Math.clamp(fraction, 0, 1));
    return DONE.repeat(done) + TO_DO.repeat(length - done) + " ";
  }

  private String note(int room) {
    return note.isEmpty() || room - 2 < SHORTEST_NOTE
        ? ""
        : ", " + DisplayWidth.cutEnd(note, room - 2);
  }
}
