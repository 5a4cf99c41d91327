package dev.imagedb.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagedb.cli.Continuity;
import dev.imagedb.cli.Program;
import dev.imagedb.ingest.Cancellation;
import dev.imagedb.output.Console;
import dev.imagedb.output.Screen;
import dev.imagedb.store.lucene.LuceneStore;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What becomes of lines that come from a pipe.
class CommandShellTest {
  @TempDir Path home;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void keepThreePictures() {
    Library library = new Library(home);
    library.add("a.jpg", "EOS 5D", "harbour");
    library.add("b.jpg", "EOS 5D", "cat");
    library.add("c.jpg", "X100V", "cat");
  }

  @Test
  void runsACommandALineWithoutAPrompt() {
    assertThat(run("list --paths", "", "# a comment", "search --text cat --count")).isZero();
    assertThat(out).hasToString(paths("a.jpg", "b.jpg", "c.jpg") + "2\n");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void goesOnAfterAFailureAndEndsWithItsCode() {
    assertThat(run("show nowhere.jpg", "search --count", "list --paths")).isEqualTo(1);
    assertThat(out).hasToString("3\n" + paths("a.jpg", "b.jpg", "c.jpg"));
    assertThat(err)
        .hasToString(
            "imagedb: %1$s is not in the database\n  try: imagedb index %1$s\n"
                .formatted(home.resolve("nowhere.jpg")));
  }

  @Test
  void theLastFailureCounts() {
    assertThat(run("show nowhere.jpg", "list --unknown", "list --paths")).isEqualTo(2);
  }

  @Test
  void goesOnFromTheHitsOfASearch() {
    assertThat(
            run(
                "search --like a.jpg -k 1 --paths",
                "more",
                "more",
                "more",
                "like 2 -k 1 --paths",
                "search --like c.jpg -k 2 --paths",
                "show 2 --json"))
        .isEqualTo(2);
    assertThat(out.toString())
        .startsWith(paths("a.jpg", "b.jpg", "c.jpg", "b.jpg", "c.jpg", "b.jpg") + "{")
        .contains("\"path\": \"" + home.resolve("b.jpg") + "\"");
    assertThat(err).hasToString("imagedb: there is no more: that were all 3\n");
  }

  @Test
  void seesWhatWasAddedMeanwhile() {
    assertThat(run("search --count", "remove b.jpg -q", "search --count")).isZero();
    assertThat(out).hasToString("3\n2\n");
  }

  @Test
  void endsWhereItIsToldTo() {
    assertThat(run("search --count", "exit", "list")).isZero();
    assertThat(out).hasToString("3\n");
  }

  @Test
  void isNotStartedTwice() {
    assertThat(run("shell")).isEqualTo(2);
    assertThat(err).hasToString("imagedb: this is the shell already\n  try: help\n");
  }

  @Test
  void commandsDoNotReadTheLinesAfterThem() {
    run("search --queries -", "search --count");
    assertThat(out).hasToString("3\n");
  }

  @Test
  void tellsWhatCanBeTyped() {
    assertThat(run("help")).isZero();
    assertThat(out.toString().lines())
        .contains(
            "open 3, !3               show hit 3 in the desktop's viewer",
            "index search list show shell serve label duplicates remove status check backup")
        .allMatch(line -> line.length() < 100);
  }

  private int run(String... lines) {
    byte[] input = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    Console console = new Console(new PrintWriter(out), new PrintWriter(err), Screen.NONE, home);
    Program program =
        new Program(
            console,
            new ByteArrayInputStream(input),
            Map.of("IMAGEDB_DB", home.resolve("db").toString()),
            home,
            LuceneStore::new,
            Clock.systemUTC(),
            new Cancellation(),
            Continuity.NONE,
            _ -> 0);
    return new CommandShell(program).run();
  }

  private String paths(String... names) {
    StringBuilder lines = new StringBuilder();
    for (String name : names) {
      lines.append(home.resolve(name)).append('\n');
    }
    return lines.toString();
  }
}
