package dev.imagedb.shell;

import java.io.IOException;
import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.LocalFlag;
import org.jline.terminal.Terminal;
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
  private static final int CTRL_C = 3;

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
    Attributes before = enterKeyMode();
    terminal.writer().print(QUESTION.toAnsi(terminal));
    terminal.flush();
    try {
      return rows();
    } catch (IOException _) {
      return 0;
    } finally {
      terminal.setAttributes(before);
      terminal.writer().print('\r');
      terminal.puts(Capability.clr_eol);
      terminal.flush();
    }
  }

  /// Every key is read at once, Ctrl-C too: it is an answer here, and interrupts nobody.
  private Attributes enterKeyMode() {
    Attributes before = terminal.enterRawMode();
    Attributes keys = terminal.getAttributes();
    keys.setLocalFlag(LocalFlag.ISIG, false);
    terminal.setAttributes(keys);
    return before;
  }

  private int rows() throws IOException {
    while (!Thread.currentThread().isInterrupted()) {
      switch (terminal.reader().read(MILLIS)) {
        case ' ', 'f' -> {
          return height();
        }
        case '\r', '\n', 'j' -> {
          return 1;
        }
        case 'q', 'Q', CTRL_C, NonBlockingReader.EOF -> {
          return 0;
        }
        default -> {} // NonBlockingReader.READ_EXPIRED, or a key that means nothing here
      }
    }
    return 0;
  }
}
