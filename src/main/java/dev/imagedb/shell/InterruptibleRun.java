package dev.imagedb.shell;

import dev.imagedb.cli.CommandTree;
import dev.imagedb.cli.Program;
import dev.imagedb.fault.ExitCode;
import dev.imagedb.ingest.Cancellation;
import dev.imagedb.output.Console;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// One command on a thread of its own, so that it can be given up.
///
/// What indexes is asked to stop, and is waited for a moment, and then until what it has done is
/// committed. Anything else is interrupted, and left to itself where it does not heed that soon, as
/// a model that is being loaded: what it writes then reaches nobody, and what it loads serves the
/// next command.
final class InterruptibleRun {
  private static final int PATIENCE_MILLIS = 300;

  private final Cancellation cancellation = new Cancellation();
  private final CompletableFuture<Integer> end = new CompletableFuture<>();
  private final Gate out;
  private final Gate err;
  private final Thread thread;

  /// @param out where its results go
  InterruptibleRun(Program program, Writer out, List<String> words) {
    Console console = program.console();
    this.out = new Gate(out);
    this.err = new Gate(console.err());
    Program own =
        program.printingTo(
            console.writingTo(new PrintWriter(this.out), new PrintWriter(this.err)), cancellation);
    this.thread = Thread.ofPlatform().name("command").daemon().unstarted(() -> run(own, words));
  }

  private void run(Program own, List<String> words) {
    try {
      end.complete(CommandTree.run(own, words.toArray(String[]::new)));
    } finally {
      end.complete(ExitCode.FAILED.code());
    }
  }

  /// Runs it to its end, or until it is given up; gives its exit code.
  int run() {
    thread.start();
    int code = end.join();
    return cancellation.isRequested() ? ExitCode.INTERRUPTED.code() : code;
  }

  /// Gives it up; to be called on another thread.
  void interrupt() {
    cancellation.request();
    if (cancellation.isHeeded()) {
      CompletableFuture.delayedExecutor(Cancellation.MOMENT.toMillis(), TimeUnit.MILLISECONDS)
          .execute(this::leaveBehind);
      return;
    }
    shut();
    thread.interrupt();
    end.completeOnTimeout(ExitCode.INTERRUPTED.code(), PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
  }

  /// What is done is kept; what holds the run up, the network for one, ends by itself.
  private void leaveBehind() {
    if (!end.isDone()) {
      cancellation.settle();
      shut();
      end.complete(ExitCode.INTERRUPTED.code());
    }
  }

  private void shut() {
    out.shut();
    err.shut();
  }
}
