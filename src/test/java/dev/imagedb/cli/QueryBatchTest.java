package dev.imagedb.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.imagedb.ingest.Cancellation;
import dev.imagedb.output.Console;
import dev.imagedb.output.Screen;
import dev.imagedb.store.lucene.LuceneStore;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Many queries in one run, on a database that was indexed with the built-in model.
class QueryBatchTest {
  @TempDir static Path home;

  @BeforeAll
  static void index() throws IOException {
    Gallery.drawIn(home);
    assertThat(CliRun.in(home, "index", "photos", "--model", "builtin", "--db", "db").exit())
        .isEqualTo(3);
  }

  @Test
  void answersEachLineInItsOrder() {
    CliRun run =
        asked(
            """
            \ufeffa red ball

            {"id": 7, "text": "wall"}
            {"id": "both", "image": "photos/dot.png", "limit": 2}
            """,
            "-k",
            "1");

    assertThat(run.exit()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(answers(run))
        .extracting(QueryBatchTest::summary)
        .containsExactly(
            "query=\"a red ball\" dot.png", "id=7 wall.png", "id=\"both\" dot.png wall.png");
  }

  @Test
  void goesOnAfterAQueryThatFails() {
    CliRun run =
        asked(
            """
            {"id": 1, "image": "gone.png"}
            {"id": 2, "prompt": " "}
            {broken
            {"id": 4, "text": "wall"}
            """);

    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.err()).isEmpty();
    assertThat(run.out().lines().limit(3))
        .containsExactly(
            "{\"id\":1,\"error\":\"line 1: cannot use the picture "
                + home.resolve("gone.png")
                + ": there is no such file\"}",
            "{\"id\":2,\"error\":\"line 2: --prompt has no words\"}",
            "{\"query\":\"{broken\",\"error\":\"line 3: not a JSON object\"}");
    assertThat(summary(answers(run).getLast())).isEqualTo("id=4 wall.png");
  }

  @Test
  void asksForWhatALineMustSay() {
    assertThat(asked("{\"id\": 1}").out())
        .isEqualTo("{\"id\":1,\"error\":\"line 1: nothing to search for\"}\n");
  }

  @Test
  void looksForPlainWordsWhereTheModeSays() {
    CliRun run = asked("wall", "--mode", "fts");

    assertThat(answers(run))
        .extracting(QueryBatchTest::summary)
        .containsExactly("query=\"wall\" wall.png");
  }

  @Test
  void readsAFile() throws IOException {
    Files.writeString(home.resolve("queries.txt"), "{\"id\":\"ü\",\"text\":\"wall\"}");

    CliRun run = CliRun.in(home, "search", "--queries", "queries.txt", "--db", "db");

    assertThat(answers(run))
        .extracting(QueryBatchTest::summary)
        .containsExactly("id=\"ü\" wall.png");
  }

  @Test
  void saysThatAFileIsNotThere() {
    CliRun.in(home, "search", "--queries", "gone.txt", "--db", "db")
        .failed(
            1,
            "imagedb: cannot read the queries of gone.txt: there is no such file",
            "  try: name a text file, or - for standard input");
  }

  @Test
  void answersBeforeItReadsOn() {
    StringWriter out = new StringWriter();
    Console console =
        new Console(
            new PrintWriter(new BufferedWriter(out)),
            new PrintWriter(new StringWriter()),
            Screen.NONE,
            home);
    Asker asker = new Asker(out, "{\"text\": \"wall\"}\n", "{\"id\": 1}\n");
    Program program =
        new Program(
            console,
            asker,
            Map.of(),
            home,
            LuceneStore::new,
            Clock.systemUTC(),
            new Cancellation(),
            Continuity.NONE,
            _ -> 0);

    assertThat(CommandTree.run(program, "search", "--queries", "-", "--db", "db")).isEqualTo(3);
    assertThat(asker.answersBeforeEachLine).containsExactly(0L, 1L, 2L);
  }

  /// Hands over a line at a time, and notes how many answers it had seen by then.
  private static final class Asker extends InputStream {
    private final StringWriter answers;
    private final Deque<String> lines;
    private final List<Long> answersBeforeEachLine = new ArrayList<>();

    Asker(StringWriter answers, String... lines) {
      this.answers = answers;
      this.lines = new ArrayDeque<>(List.of(lines));
    }

    @Override
    public int read() {
      throw new UnsupportedOperationException("lines are read as blocks");
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
      answersBeforeEachLine.add(answers.toString().lines().count());
      if (lines.isEmpty()) {
        return -1;
      }
      byte[] line = lines.removeFirst().getBytes(UTF_8);
      System.arraycopy(line, 0, buffer, offset, line.length);
      return line.length;
    }
  }

  private static CliRun asked(String lines, String... options) {
    List<String> arguments = new ArrayList<>(List.of("search", "--queries", "-", "--db", "db"));
    arguments.addAll(List.of(options));
    return CliRun.reading(lines.getBytes(UTF_8), home, arguments.toArray(String[]::new));
  }

  private static List<JsonObject> answers(CliRun run) {
    return run.out().lines().map(line -> JsonParser.parseString(line).getAsJsonObject()).toList();
  }

  /// What was asked, and the names of what was found.
  private static String summary(JsonObject answer) {
    String key = answer.keySet().iterator().next();
    StringBuilder summary = new StringBuilder(key + "=" + answer.get(key));
    answer
        .getAsJsonArray("hits")
        .forEach(
            hit ->
                summary
                    .append(' ')
                    .append(
                        Path.of(hit.getAsJsonObject().get("path").getAsString()).getFileName()));
    return summary.toString();
  }
}
