package dev.imagedb;

import dev.imagedb.cli.CommandTree;
import dev.imagedb.cli.Continuity;
import dev.imagedb.cli.Program;
import dev.imagedb.fault.ExitCode;
import dev.imagedb.ingest.Cancellation;
import dev.imagedb.output.Console;
import dev.imagedb.shell.CommandShell;
import dev.imagedb.store.lucene.LuceneStore;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/// Puts the parts together; the only place that knows of the process around them.
public final class Main {
  /// Lucene's advice to developers is not for users. Kept, since a logger that nobody holds on to
  /// forgets its level.
  private static final Logger LUCENE = Logger.getLogger("org.apache.lucene");

  private static final Duration LONGEST_SETTLING = Duration.ofSeconds(10);

  private Main() {}

  public static void main(String[] args) {
    Cancellation cancellation = new Cancellation();
    Map<String, String> variables = System.getenv();
    Console console = Console.of(System.out, System.err, variables, Path.of("").toAbsolutePath());
    CountDownLatch ended = begin(cancellation, console);
    // Where other programs look for what is the user's; Java asks the system's list of users.
    Path home = Path.of(variables.getOrDefault("HOME", System.getProperty("user.home")));
    Program program = program(console, System.in, variables, home, cancellation);
    int code = CommandTree.run(program, args);
    ended.countDown();
    System.exit(code);
  }

  /// Gets ready for any command.
  ///
  /// @return to be counted down when the command has ended
  static CountDownLatch begin(Cancellation cancellation, Console console) {
    LUCENE.setLevel(Level.SEVERE);
    CountDownLatch ended = new CountDownLatch(1);
    Thread ending =
        new Thread(
            () -> {
              console.endProgress();
              endInGoodOrder(cancellation, ended, console);
            });
    try {
      Runtime.getRuntime().addShutdownHook(ending);
    } catch (IllegalStateException _) {
      // Ctrl-C came first: the end is under way, and there is nothing to be put in order.
    }
    return ended;
  }

  static Program program(
      Console console,
      InputStream in,
      Map<String, String> variables,
      Path home,
      Cancellation cancellation) {
    return new Program(
        console,
        in,
        variables,
        home,
        LuceneStore::new,
        Clock.system(ZoneId.systemDefault()),
        cancellation,
        Continuity.NONE,
        program -> new CommandShell(program).run());
  }

  /// On Ctrl-C: a run of indexing is asked to stop, and has a moment to do so. Where it cannot, as
  /// long as the network is at work on a batch or a merge goes on, what it has done is committed
  /// beside it, and the program ends. Anything else ends at once.
  private static void endInGoodOrder(
      Cancellation cancellation, CountDownLatch ended, Console console) {
    cancellation.request();
    try {
      if (cancellation.isHeeded()
          && !ended.await(Cancellation.MOMENT.toMillis(), TimeUnit.MILLISECONDS)) {
        settle(cancellation, console);
        AbruptEnd.exit(ExitCode.INTERRUPTED.code());
        Runtime.getRuntime().halt(ExitCode.INTERRUPTED.code());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Within the time that a drive may take which does not answer any more.
  private static void settle(Cancellation cancellation, Console console)
      throws InterruptedException {
    Thread settling =
        Thread.ofPlatform()
            .daemon()
            .uncaughtExceptionHandler(
                (_, failure) -> console.warn(String.valueOf(failure.getMessage())))
            .start(cancellation::settle);
    settling.join(LONGEST_SETTLING);
    console.flush();
  }
}
