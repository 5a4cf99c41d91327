package dev.imagedb.store.lucene;

import static dev.imagedb.store.lucene.TestPhotos.bare;
import static dev.imagedb.store.lucene.TestPhotos.full;
import static org.assertj.core.api.Assertions.assertThat;

import dev.imagedb.fault.ExitCode;
import dev.imagedb.fault.UserException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever is typed is a query that can be searched for, or a line that says why not.
@Timeout(120)
class WhereNoiseTest {
  private static final int QUERIES = 1_000;

  private static final List<String> PIECES =
      List.of(
          "iso",
          "taken",
          "mtime",
          "camera",
          "title",
          "path",
          "size",
          "gps",
          "exposure",
          "camra",
          ":",
          ":",
          ":",
          ":",
          "[",
          "]",
          "{",
          "}",
          " TO ",
          "(",
          ")",
          "\"",
          "/",
          "\\",
          "*",
          "?",
          "~",
          "^",
          "+",
          "-",
          "!",
          "&&",
          "||",
          " AND ",
          " OR ",
          " NOT ",
          " ",
          " ",
          "2019",
          "2019-07",
          "1/60",
          "800",
          "2MB",
          ">",
          "<=",
          "-5",
          ".",
          "9999999999999999999999",
          "NaN",
          "1e400",
          "é",
          "雪",
          "\u202e",
          "\ud83d",
          "\0",
          "\n",
          "\u3000",
          "\\u00",
          "x100v",
          "f/2.8",
          "today",
          "12:30",
          "<1-5>",
          "@",
          "#",
          "|");

  private static final List<String> QUERIES_THAT_ARE_FINE =
      List.of(
          "taken:[2019 TO 2020-06] AND iso:[800 TO *] AND camera:\"X100V\"",
          "NOT (ext:png OR ext:jpg) -size:>2MB f:f/2.8 altitude:<=-5",
          "title:/harb.*r|(a{1,3}[^b]c)+/ OR title:harbour~2 OR camera:x?00*",
          "mtime:{2019-07-01T12:30 TO today} exposure:1/60^2 \"two words\"~3",
          "path:*/2019/* folder:\"/a b/c\" gps:* *:* keywords:crème\\ brûlée \\u0041bc");

  @TempDir private static Path folder;
  private static Findable pictures;

  @BeforeAll
  static void write() {
    pictures =
        Findable.of(
            folder.resolve("database"),
            List.of(full(folder.resolve("a.jpg")), bare(folder.resolve("b.jpg"))));
  }

  @AfterAll
  static void close() throws IOException {
    pictures.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void wordsAndSignsInNoOrder(int seed) {
    Random random = new Random(seed);
    for (int i = 0; i < QUERIES; i++) {
      assertFindsOrTells(noise(random));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 4})
  void queriesWithSlipsOfTheHand(int seed) {
    Random random = new Random(seed);
    for (int i = 0; i < QUERIES; i++) {
      String query = QUERIES_THAT_ARE_FINE.get(i % QUERIES_THAT_ARE_FINE.size());
      for (int slips = random.nextInt(4); slips > 0; slips--) {
        query = mistyped(query, random);
      }
      assertFindsOrTells(query);
    }
  }

  static List<String> longQueries() {
    return List.of(
        "\"" + "a".repeat(49_000) + "\"",
        "\"" + "a ".repeat(24_000) + "\"",
        "\"" + "\\\"".repeat(24_000) + "\"",
        "\"" + "\\\"".repeat(24_000),
        "a".repeat(50_000),
        "a:".repeat(25_000),
        "path:" + "a/".repeat(24_000),
        "path:/" + "\\/".repeat(24_000) + "/",
        "path:/" + "\\/".repeat(240) + "/",
        "path:" + "a".repeat(49_000) + "*",
        "title:" + "a".repeat(49_000) + "~2",
        "title:" + "*a".repeat(24_000),
        "iso:" + "9".repeat(49_000),
        "a".repeat(49_000) + ":b",
        "-".repeat(50_000),
        "NOT ".repeat(12_000) + "a");
  }

  @ParameterizedTest
  @MethodSource("longQueries")
  void queriesOfGreatLength(String query) {
    assertFindsOrTells(query);
  }

  private static String noise(Random random) {
    return random
        .ints(1 + random.nextInt(12), 0, PIECES.size())
        .mapToObj(PIECES::get)
        .collect(Collectors.joining());
  }

  /// A piece put in, some signs left out, or a part written twice.
  private static String mistyped(String query, Random random) {
    int from = random.nextInt(query.length() + 1);
    int to = Math.min(query.length(), from + random.nextInt(4));
    return switch (random.nextInt(3)) {
      case 0 -> query.substring(0, from) + noise(random) + query.substring(from);
      case 1 -> query.substring(0, from) + query.substring(to);
      default -> query.substring(0, to) + query.substring(from);
    };
  }

  private static void assertFindsOrTells(String query) {
    try {
      assertThat(pictures.names(WhereQuery.of(query))).as(query).isSubsetOf("a.jpg", "b.jpg");
    } catch (UserException mistake) {
      assertThat(mistake.exitCode()).as(query).isEqualTo(ExitCode.WRONG_USAGE);
      assertThat(mistake.getMessage()).as(query).startsWith("--where").hasSizeLessThan(200);
      mistake.excerpt().ifPresent(excerpt -> assertThat(excerpt.lines()).as(query).hasSize(2));
    }
  }
}
