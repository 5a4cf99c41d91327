package dev.imagedb.output;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// `stty` (POSIX) on the controlling terminal, which is there even where standard input is a pipe.
public final class Stty {
  /// The terminal that a process was started from, if any (POSIX, section 10.1).
  public static final File CONTROLLING_TERMINAL = new File("/dev/tty");

  private static final int PATIENCE_SECONDS = 2;

  private Stty() {}

  /// Runs it with these arguments.
  ///
  /// @return what it prints; empty where it fails, or there is no such program or terminal
  public static Optional<String> run(String... arguments) {
    List<String> command = Stream.concat(Stream.of("stty"), Stream.of(arguments)).toList();
    try {
      Process stty =
          new ProcessBuilder(command)
              .redirectInput(CONTROLLING_TERMINAL)
              .redirectError(Redirect.DISCARD)
              .start();
      String printed = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      boolean done = stty.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) && stty.exitValue() == 0;
      return done ? Optional.of(printed.strip()) : Optional.empty();
    } catch (IOException _) {
      return Optional.empty();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
