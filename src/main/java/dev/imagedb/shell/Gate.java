package dev.imagedb.shell;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;

/// Lets through what is written until it is shut. Then nobody reads any more, and whoever writes on
/// is told so, as at the end of a pipe.
final class Gate extends FilterWriter {
  private volatile boolean shut;

  Gate(Writer out) {
    super(out);
  }

  void shut() {
    shut = true;
  }

  @Override
  public void write(int sign) throws IOException {
    requireOpen();
    out.write(sign);
  }

  @Override
  public void write(char[] signs, int from, int count) throws IOException {
    requireOpen();
    out.write(signs, from, count);
  }

  @Override
  public void write(String text, int from, int count) throws IOException {
    requireOpen();
    out.write(text, from, count);
  }

  @Override
  public void flush() throws IOException {
    requireOpen();
    out.flush();
  }

  private void requireOpen() throws IOException {
    if (shut) {
      throw new IOException("nobody reads any more");
    }
  }
}
