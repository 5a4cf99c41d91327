package dev.imagedb.shell;

import java.io.IOException;
import java.io.Writer;
import org.jline.utils.AttributedString;

/// Lets lines through until the screen is full, and asks before each further page. Who wants no
/// more ends the writing, as if nobody read any further.
final class Pager extends Writer {
  private final Writer out;
  private final Reader reader;
  private final StringBuilder line = new StringBuilder();
  private int rows;
  private boolean unwanted;

  /// Whoever reads.
  interface Reader {
    /// How many rows fit before it must be asked.
    int height();

    /// Columns of a row.
    int width();

    /// How many rows it wants more; 0 for none.
    int ask();
  }

  Pager(Writer out, Reader reader) {
    this.out = out;
    this.reader = reader;
  }

  @Override
  public void write(char[] signs, int from, int count) throws IOException {
    for (int i = from; i < from + count; i++) {
      write(signs[i]);
    }
  }

  private void write(char sign) throws IOException {
    if (line.isEmpty()) {
      askWhereFull();
    }
    line.append(sign);
    if (sign == '\n') {
      pass();
    }
  }

  private void askWhereFull() throws IOException {
    if (rows < reader.height()) {
      return;
    }
    out.flush();
    int wanted = unwanted ? 0 : reader.ask();
    if (wanted == 0) {
      unwanted = true;
      throw new IOException("nobody wants to read on");
    }
    rows = reader.height() - wanted;
  }

  /// A line that is wider than the screen takes several rows.
  private void pass() throws IOException {
    int columns = AttributedString.fromAnsi(line.substring(0, line.length() - 1)).columnLength();
    rows += 1 + Math.max(0, columns - 1) / Math.max(1, reader.width());
    out.write(line.toString());
    line.setLength(0);
  }

  @Override
  public void flush() throws IOException {
    out.write(line.toString());
    line.setLength(0);
    out.flush();
  }

  @Override
  public void close() throws IOException {
    flush();
  }
}
