package dev.imagedb;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A run of `bin/imagedb` as a process of its own.
public record Launched(int exit, String out, String err) {
  public static final Path LAUNCHER = Path.of("bin/imagedb").toAbsolutePath();

  private static final int PATIENCE_SECONDS = 180;

  /// Runs it in a folder, by this name, to its end.
  static Launched by(Path launcher, Path folder, String... arguments) throws Exception {
    Process process = start(launcher, folder, arguments);
    return end(process, folder);
  }

  static Process start(Path launcher, Path folder, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of(launcher.toString()));
    command.addAll(List.of(arguments));
    return start(folder, command);
  }

  static Process start(Path folder, List<String> command) throws IOException {
    return builder(folder, command).start();
  }

  /// A process that is yet to be started, and writes into the files `out` and `err` of its folder.
  public static ProcessBuilder builder(Path folder, List<String> command) {
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().put("IMAGEDB_JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("XDG_CACHE_HOME", folder.resolve("cache").toString());
    return builder
        .redirectOutput(folder.resolve("out").toFile())
        .redirectError(folder.resolve("err").toFile());
  }

  /// Waits for the end of a run that was started in this folder.
  public static Launched end(Process process, Path folder) throws Exception {
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
    return new Launched(
        process.waitFor(),
        Files.readString(folder.resolve("out"), UTF_8),
        Files.readString(folder.resolve("err"), UTF_8));
  }
}
