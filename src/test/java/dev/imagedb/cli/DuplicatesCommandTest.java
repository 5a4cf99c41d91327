package dev.imagedb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DuplicatesCommandTest {
  @TempDir static Path home;
  private static Path copy;

  @BeforeAll
  static void indexAPictureAndItsCopy() throws IOException {
    Gallery.drawIn(home);
    copy = Files.createDirectories(home.resolve("photos/copies")).resolve("dot.png");
    Files.copy(home.resolve("photos/dot.png"), copy, StandardCopyOption.COPY_ATTRIBUTES);
    CliRun.in(home, "index", "photos", "--model", "builtin", "--db", "db");
  }

  @Test
  void showsWhatToKeepAndWhy() throws IOException {
    long size = Files.size(copy);
    run()
        .was(
            0,
            """
            keep  photos/dot.png               96x64   %1$d bytes  shortest path
                  photos/copies/dot.png        96x64   %1$d bytes  same bytes
            """
                .formatted(size),
            "1 group of 2 pictures; 1 could go, which would free %d bytes\n".formatted(size));
  }

  @Test
  void printsJson() {
    JsonObject group =
        JsonParser.parseString(run("--json", "-q").done())
            .getAsJsonArray()
            .get(0)
            .getAsJsonObject();
    assertThat(group.getAsJsonObject("keeper").get("path").getAsString())
        .isEqualTo(home.resolve("photos/dot.png").toString());
    assertThat(group.getAsJsonObject("keeper").get("reason").getAsString())
        .isEqualTo("shortest path");
    JsonObject duplicate = group.getAsJsonArray("duplicates").get(0).getAsJsonObject();
    assertThat(duplicate.get("path").getAsString()).isEqualTo(copy.toString());
    assertThat(duplicate.get("kind").getAsString()).isEqualTo("exact");
    assertThat(duplicate.get("width").getAsInt()).isEqualTo(96);
  }

  @Test
  void printsThePathsOfWhatCouldGo() {
    assertThat(run("--paths", "-q").done()).isEqualTo(copy + "\n");
    assertThat(run("-0", "-q").done()).isEqualTo(copy + "\0");
    assertThat(run("--exact-only", "--paths0", "-q").done()).isEqualTo(copy + "\0");
  }

  @Test
  void looksOnlyUnderTheFoldersGiven() {
    run("photos/copies").was(0, "", "no duplicates\n");
  }

  @Test
  void refusesACosineThatIsNone() {
    run("--min-cosine", "7")
        .failed(
            2,
            "imagedb: --min-cosine is \"7\", expected a number from -1 to 1",
            "  try: imagedb duplicates --help");
  }

  private static CliRun run(String... arguments) {
    String[] all = new String[arguments.length + 3];
    all[0] = "duplicates";
    all[1] = "--db";
    all[2] = "db";
    System.arraycopy(arguments, 0, all, 3, arguments.length);
    return CliRun.in(home, all);
  }
}
