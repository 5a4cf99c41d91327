package dev.imagedb.shell;

import dev.imagedb.cli.Program;
import java.io.Writer;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Runs one command after the other, and knows which one Ctrl-C means. Safe for use by many
/// threads.
final class Runs {
  private final AtomicReference<@Nullable InterruptibleRun> current = new AtomicReference<>();

  int run(Program program, Writer out, List<String> words) {
    InterruptibleRun run = new InterruptibleRun(program, out, words);
    current.set(run);
    try {
      return run.run();
    } finally {
      current.set(null);
    }
  }

  /// Gives up what runs.
  ///
  /// @return whether anything did
  boolean interrupt() {
    InterruptibleRun run = current.get();
    if (run != null) {
      run.interrupt();
    }
    return run != null;
  }
}
