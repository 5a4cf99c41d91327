package dev.imagedb.bench.child;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A program that was run as a process of its own, from its start to its exit.
///
/// @param seconds by the clock on the wall
/// @param peakBytes the most memory that it held at once, as Linux counts it (`VmHWM`); 0 elsewhere
/// @param out what it wrote to standard output
public record Child(double seconds, long peakBytes, String out) {
  private static final int LOOK_EVERY_MILLIS = 5;
  private static final String PEAK = "VmHWM:";
  private static final int TOLD_OF_A_FAILURE = 300;

  private static final Path HERE = Path.of("").toAbsolutePath();

  /// Runs a program to its end.
  ///
  /// @throws IOException where it cannot be started, or ends otherwise than with 0
  static Child run(List<String> command, Map<String, String> environment)
      throws IOException, InterruptedException {
    return run(command, environment, HERE);
  }

  /// The same, in a folder.
  static Child run(List<String> command, Map<String, String> environment, Path folder)
      throws IOException, InterruptedException {
    Path out = Files.createTempFile("benchmark", ".out");
    Path err = Files.createTempFile("benchmark", ".err");
    try {
      ProcessBuilder builder = builder(command, environment).directory(folder.toFile());
      builder.redirectOutput(out.toFile()).redirectError(err.toFile());
      long start = System.nanoTime();
      Process process = builder.start();
      process.getOutputStream().close();
      long peak = 0;
      while (!process.waitFor(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
        peak = Math.max(peak, peakOf(process));
      }
      double seconds = (System.nanoTime() - start) / 1e9;
      requireSuccess(command, process.exitValue(), err);
      return new Child(seconds, peak, Files.readString(out, UTF_8));
    } finally {
      Files.delete(out);
      Files.delete(err);
    }
  }

  static ProcessBuilder builder(List<String> command, Map<String, String> environment) {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    return builder;
  }

  private static long peakOf(Process process) {
    Path status = Path.of("/proc", Long.toString(process.pid()), "status");
    try (Stream<String> lines = Files.lines(status, UTF_8)) {
      return lines
          .filter(line -> line.startsWith(PEAK))
          .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("\\D", "")))
          .findAny()
          .orElse(0);
    } catch (IOException | RuntimeException e) {
      return 0; // it ended just now, or this is not Linux
    }
  }

  private static void requireSuccess(List<String> command, int exit, Path err) throws IOException {
    if (exit != 0) {
      String said = Files.readString(err, UTF_8).strip();
      String end = said.substring(Math.max(0, said.length() - TOLD_OF_A_FAILURE));
      throw new IOException(
          "%s ended with %d: %s"
              .formatted(String.join(" ", command), exit, end.replaceAll("\\s+", " ")));
    }
  }
}
