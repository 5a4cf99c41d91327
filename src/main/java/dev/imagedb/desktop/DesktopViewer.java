package dev.imagedb.desktop;

import dev.imagedb.fault.ExitCode;
import dev.imagedb.fault.UserException;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/// Opens files in whatever program the user has for them: `$IMAGEDB_OPENER`, else what the system
/// has (`xdg-open`, macOS's `open`, Windows' `start`).
public final class DesktopViewer {
  /// A program of one's own: words, the first of which is the program; the file comes after them.
  public static final String VARIABLE = "IMAGEDB_OPENER";

  /// Openers hand the file on and end; one that is a viewer itself goes on, and is not waited for.
  private static final int PATIENCE_SECONDS = 2;

  private static final String HINT = "set " + VARIABLE + " to a program that shows pictures";

  private final Map<String, String> variables;
  private final String system;

  /// @param variables of the environment: `IMAGEDB_OPENER`, `PATH`
  public DesktopViewer(Map<String, String> variables) {
    this(variables, System.getProperty("os.name", ""));
  }

  DesktopViewer(Map<String, String> variables, String system) {
    this.variables = variables;
    this.system = system.toLowerCase(Locale.ROOT);
  }

  /// Opens a file, and returns while it is shown.
  ///
  /// @throws UserException where the file is gone, or there is nothing that opens it
  public void open(Path file) {
    if (!Files.exists(file)) {
      throw UserException.failed(
          file + " is gone", "imagedb index, to bring the database up to date");
    }
    List<String> command = new ArrayList<>(opener());
    command.add(file.toAbsolutePath().toString());
    try {
      requireSuccess(start(command), command);
    } catch (IOException e) {
      String message = command.getFirst() + " cannot be run to open " + file;
      throw new UserException(ExitCode.FAILED, message, HINT, e);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static Process start(List<String> command) throws IOException {
    return new ProcessBuilder(command)
        .redirectOutput(Redirect.DISCARD)
        .redirectError(Redirect.DISCARD)
        .start();
  }

  private static void requireSuccess(Process process, List<String> command)
      throws InterruptedException {
    if (process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) && process.exitValue() != 0) {
      throw UserException.failed(
          "%s could not open %s (exit code %d)"
              .formatted(command.getFirst(), command.getLast(), process.exitValue()),
          HINT);
    }
  }

  /// The program and its options.
  List<String> opener() {
    String own = variables.getOrDefault(VARIABLE, "").strip();
    if (!own.isEmpty()) {
      return List.of(own.split("\\s+"));
    }
    if (system.startsWith("windows")) {
      // What comes first in quotes, start takes for the title of a window.
      return List.of("cmd", "/c", "start", "\"\"");
    }
    String program = system.startsWith("mac") ? "open" : "xdg-open";
    if (!isOnPath(program)) {
      throw UserException.failed("nothing here opens files: there is no " + program, HINT);
    }
    return List.of(program);
  }

  private boolean isOnPath(String program) {
    return Pattern.compile(Pattern.quote(File.pathSeparator))
        .splitAsStream(variables.getOrDefault("PATH", ""))
        .filter(folder -> !folder.isEmpty())
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }
}
