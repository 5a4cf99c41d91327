package dev.imagedb.output;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;

/// A stream to a terminal on which a [LiveLine] may be drawn. Safe for use by many threads.
final class AboveLiveLine extends OutputStream {
  private final PrintStream terminal;
  private final LiveLine line;

  AboveLiveLine(PrintStream terminal, LiveLine line) {
    this.terminal = terminal;
    this.line = line;
  }

  @Override
  public void write(int value) throws IOException {
    write(new byte[] {(byte) value}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    if (length > 0) {
      line.giveWay(() -> send(bytes, from, length), bytes[from + length - 1] == '\n');
    }
  }

  /// Nothing may stay in a buffer, to come out when the line is drawn again.
  private void send(byte[] bytes, int from, int length) throws IOException {
    terminal.write(bytes, from, length);
    if (terminal.checkError()) {
      throw new IOException("the terminal is gone");
    }
  }
}
