package dev.imagedb.shell;

import dev.imagedb.cli.Program;
import java.util.List;

/// Who types the lines, and sees what comes of them. Used by one thread.
interface Front extends AutoCloseable {

  /// Waits for a line.
  ///
  /// @param prompt shown where there is a person to see it
  Line read(String prompt);

  /// Runs a command; gives its exit code.
  int run(Program program, List<String> words);

  /// Whether a person sits there.
  boolean isAttended();

  @Override
  void close();
}
