package dev.imagedb.bench;

import java.nio.file.Path;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What the command says, in system properties; an empty one is as none.
///
/// @param rows which are measured: those in whose names this is found
/// @param rounds how often, instead of as often as each row's length asks; null for that
/// @param quick whether to try everything on little input
/// @param python the interpreter that the peers run in
/// @param rclip the program, which wants libraries of its own
/// @param photographs a folder of real ones; null for none
record Options(
    Pattern rows,
    @Nullable Integer rounds,
    boolean quick,
    Path python,
    Path rclip,
    @Nullable Path photographs) {
  private static final String PYTHON = "target/benchmark/venv/bin/python";
  private static final String RCLIP = "target/benchmark/rclip-venv/bin/rclip";

  static Options fromProperties() {
    String rounds = property("rounds", "");
    String photographs = property("photographs", "");
    return new Options(
        Pattern.compile(property("rows", "")),
        rounds.isEmpty() ? null : Integer.valueOf(rounds),
        Boolean.parseBoolean(property("quick", "false")),
        Path.of(property("python", PYTHON)).toAbsolutePath(),
        Path.of(property("rclip", RCLIP)).toAbsolutePath(),
        photographs.isEmpty() ? null : Path.of(photographs).toAbsolutePath());
  }

  private static String property(String name, String otherwise) {
    String value = System.getProperty("benchmark." + name, "");
    return value.isEmpty() ? otherwise : value;
  }

  boolean wants(Row row) {
    return rows.matcher(row.name()).find();
  }

  int rounds(Row row) {
    return rounds != null ? rounds : quick ? 1 : row.length().rounds();
  }
}
