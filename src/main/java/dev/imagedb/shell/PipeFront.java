package dev.imagedb.shell;

import dev.imagedb.cli.CommandTree;
import dev.imagedb.cli.Program;
import dev.imagedb.fault.UserException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// A pipe or a file, in UTF-8: no prompt, no signs that only a terminal obeys. Ctrl-C ends the
/// process, as it does that of a single command.
record PipeFront(BufferedReader lines) implements Front {
  static PipeFront of(InputStream in) {
    return new PipeFront(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)));
  }

  @Override
  public Line read(String prompt) {
    try {
      String line = lines.readLine();
      return line == null ? new Line.End() : new Line.Typed(line);
    } catch (IOException e) {
      throw UserException.failed("standard input cannot be read: " + e.getMessage(), null);
    }
  }

  @Override
  public int run(Program program, List<String> words) {
    return CommandTree.run(program, words.toArray(String[]::new));
  }

  @Override
  public boolean isAttended() {
    return false;
  }

  @Override
  public void close() {}
}
