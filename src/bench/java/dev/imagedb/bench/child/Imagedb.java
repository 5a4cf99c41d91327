package dev.imagedb.bench.child;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// `bin/imagedb`, as its users start it, on a database and with a model that are always named.
public final class Imagedb {
  private static final String LAUNCHER = Path.of("bin", "imagedb").toAbsolutePath().toString();
  private static final Map<String, String> ENVIRONMENT =
      Map.of("IMAGEDB_JAVA_HOME", System.getProperty("java.home"));

  private final Path database;
  private final Path model;
  private final Map<String, String> environment;

  public Imagedb(Path database, Path model) {
    this(database, model, ENVIRONMENT);
  }

  private Imagedb(Path database, Path model, Map<String, String> environment) {
    this.database = database;
    this.model = model;
    this.environment = environment;
  }

  /// The same with more options for Java.
  public Imagedb withJava(String options) {
    Map<String, String> more = new HashMap<>(environment);
    more.put("IMAGEDB_JAVA_OPTIONS", options);
    return new Imagedb(database, model, more);
  }

  /// Runs a command that asks for a model.
  public Child run(String command, String... arguments) throws IOException, InterruptedException {
    List<String> withModel = List.of("--model", model.toString());
    return runWithout(
        command, Stream.concat(withModel.stream(), Stream.of(arguments)).toArray(String[]::new));
  }

  /// Runs a command that knows no model.
  public Child runWithout(String command, String... arguments)
      throws IOException, InterruptedException {
    List<String> start = List.of(LAUNCHER, command, "--db", database.toString());
    return Child.run(Stream.concat(start.stream(), Stream.of(arguments)).toList(), environment);
  }

  /// What `--version` says.
  public static String version() throws IOException, InterruptedException {
    return Child.run(List.of(LAUNCHER, "--version"), ENVIRONMENT).out().strip();
  }
}
