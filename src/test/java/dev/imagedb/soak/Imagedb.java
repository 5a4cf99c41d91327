package dev.imagedb.soak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagedb.Launched;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The program over one database, as processes each of which has a folder of its own to print to.
///
/// @param root holds them, and what they leave in `tmp`
record Imagedb(Path root, Path database) {

  /// Begins a command that is named as its folder is to be.
  ProcessBuilder command(String name, String... arguments) throws IOException {
    Path folder = Files.createDirectories(root.resolve(name));
    Path temporary = Files.createDirectories(root.resolve("tmp"));
    List<String> command = new ArrayList<>(List.of(Launched.LAUNCHER.toString(), name));
    command.addAll(List.of(arguments));
    command.addAll(List.of("--db", database.toString()));
    ProcessBuilder builder = Launched.builder(folder, command);
    builder.environment().put("IMAGEDB_JAVA_OPTIONS", "-Djava.io.tmpdir=" + temporary);
    return builder;
  }

  /// Runs a command to its end, which must be a good one.
  ///
  /// @return what it printed
  String run(String name, String... arguments) throws Exception {
    return ended(name, command(name, arguments).start());
  }

  /// Waits for the good end of a command of this name.
  String ended(String name, Process process) throws Exception {
    Launched run = Launched.end(process, root.resolve(name));
    assertThat(run.exit()).as("%s: %s", name, run).isZero();
    return run.out();
  }

  Set<Path> stored() throws Exception {
    return run("list", "--paths").lines().map(Path::of).collect(Collectors.toSet());
  }

  /// Size of the index on disk, with whatever a killed run has left in its folder.
  long bytes() throws IOException {
    try (Stream<Path> files = Files.list(database)) {
      return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    }
  }

  /// Files that nobody has taken away, of runs that have ended.
  long temporaryFiles() throws IOException {
    try (Stream<Path> files = Files.walk(root.resolve("tmp"))) {
      return files.filter(Files::isRegularFile).count();
    }
  }
}
