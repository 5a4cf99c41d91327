package dev.imagedb.shell;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.Terminal.SignalHandler;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;
import org.jline.utils.InfoCmp.Capability;
import org.jline.utils.NonBlockingReader;

/// Asks at the bottom of a terminal, as `more` does: a page, a line, or nothing further.
record PagerKeys(Terminal terminal) implements Pager.Reader {
  private static final AttributedString QUESTION =
      new AttributedString(
          "more: space for a page, enter for a line, q to leave", AttributedStyle.INVERSE);

  /// A terminal that does not know its size says 0.
  private static final int USUAL_HEIGHT = 24;

  private static final int MILLIS = 100;

  @Override
  public int height() {
    int rows = terminal.getSize().getRows();
    return Math.max(2, rows > 0 ? rows : USUAL_HEIGHT) - 1;
  }

  @Override
  public int width() {
    return terminal.getSize().getColumns();
  }

  @Override
  public int ask() {
    AtomicBoolean refused = new AtomicBoolean();
    SignalHandler interrupting = terminal.handle(Signal.INT, _ -> refused.set(true));
    Attributes before = terminal.enterRawMode();
    terminal.writer().print(QUESTION.toAnsi(terminal));
    terminal.flush();
    try {
      return rows(refused);
    } catch (IOException _) {
      return 0;
    } finally {
      terminal.setAttributes(before);
      terminal.handle(Signal.INT, interrupting);
      terminal.writer().print('\r');
      terminal.puts(Capability.clr_eol);
      terminal.flush();
    }
  }

  /// Waits for a key that means something.
  ///
  /// @param refused by Ctrl-C, which is an answer here, and interrupts nobody
  private int rows(AtomicBoolean refused) throws IOException {
    while (!refused.get()) {
      switch (terminal.reader().read(MILLIS)) {
        case ' ', 'f' -> {
          return height();
        }
        case '\r', '\n', 'j' -> {
          return 1;
        }
        case 'q', 'Q', NonBlockingReader.EOF -> {
          return 0;
        }
        default -> {} // NonBlockingReader.READ_EXPIRED, or a key that means nothing here
      }
    }
    return 0;
  }
}
