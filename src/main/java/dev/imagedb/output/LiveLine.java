package dev.imagedb.output;

import java.io.IOException;
import java.io.PrintWriter;

/// The line at the bottom of a terminal that is drawn over and over (ECMA-48), and that gives way
/// to whatever else is printed there. Safe for use by many threads.
final class LiveLine {
  /// While it is drawn, a terminal that was made narrower since cuts it off, and does not begin a
  /// second line (DECAWM).
  private static final String NO_WRAP = "\u001b[?7l";

  private static final String WRAP = "\u001b[?7h";
  private static final String ERASE_TO_END_OF_LINE = "\u001b[K";
  private static final String ERASE_TO_END_OF_SCREEN = "\u001b[J";

  private final PrintWriter terminal;
  private int drawnColumns;
  private int drawnWidth;
  private boolean inOtherLine;
  private boolean ended;

  /// @param terminal where it is drawn, past what gives way for
  LiveLine(PrintWriter terminal) {
    this.terminal = terminal;
  }

  /// Something that is printed on the same terminal.
  @FunctionalInterface
  interface Printing {
    void print() throws IOException;
  }

  /// Draws a text in place of the last one. Waits for another time where somebody has printed a
  /// part of a line.
  ///
  /// @param text harmless, and not as wide as the terminal, since a full line would wrap
  /// @param width of the terminal
  synchronized void draw(String text, int width) {
    if (ended || inOtherLine) {
      return;
    }
    terminal.print(backToStart(width) + NO_WRAP + text + ERASE_TO_END_OF_LINE + WRAP);
    terminal.flush();
    drawnColumns = DisplayWidth.of(text);
    drawnWidth = width;
  }

  /// Terminals break a line that no longer fits when they are made narrower: what hangs over stands
  /// above the cursor.
  private String backToStart(int width) {
    if (width >= drawnWidth || drawnColumns <= width) {
      return "\r";
    }
    return "\r\u001b[" + (drawnColumns - 1) / width + "A" + ERASE_TO_END_OF_SCREEN;
  }

  synchronized void clear() {
    if (drawnColumns > 0) {
      terminal.print("\r" + ERASE_TO_END_OF_LINE);
      terminal.flush();
      drawnColumns = 0;
    }
  }

  /// Clears it, and draws it no more.
  synchronized void end() {
    clear();
    ended = true;
  }

  /// Lets something be printed where it stands.
  ///
  /// @param endsLine whether that ends with a line
  synchronized void giveWay(Printing printing, boolean endsLine) throws IOException {
    clear();
    printing.print();
    inOtherLine = !endsLine;
  }
}
