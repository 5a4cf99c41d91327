package dev.imagedb.cli;

import dev.imagedb.output.Console;
import dev.imagedb.store.PhotoStore;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// `--wait`.
final class WaitOption {
  private static final String AS_LONG_AS_IT_TAKES = "2147483647";

  @Under("Database and model")
  @Seldom
  @Option(
      names = "--wait",
      arity = "0..1",
      paramLabel = "SECONDS",
      preprocessor = AsLongAsItTakes.class,
      converter = PositiveInteger.class,
      description =
          "Where another process writes to the database, wait until it is done. At most so long.")
  private @Nullable Integer seconds;

  /// `--wait DIR` must leave the folder to the command.
  static final class AsLongAsItTakes extends OnlyAttached {
    AsLongAsItTakes() {
      super(AS_LONG_AS_IT_TAKES);
    }
  }

  /// The same database, opened with this much patience.
  PhotoStore on(PhotoStore store, Console console) {
    return store.waiting(Duration.ofSeconds(seconds == null ? 0 : seconds), console::warn);
  }
}
