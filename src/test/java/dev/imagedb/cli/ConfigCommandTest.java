package dev.imagedb.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigCommandTest {
  private static final Map<String, String> VARIABLES = Map.of("IMAGEDB_SEARCH_LIMIT", "50");

  @TempDir Path home;

  @BeforeEach
  void set() throws IOException {
    write(".config/imagedb/config.properties", "search.limit = 20", "sort = 猫", "limti = 5");
    write(".imagedb/config", "exclude = *.tmp", "model = theirs");
  }

  @Test
  void showsWhatIsSetWhereAndWhetherItCounts() {
    run("config")
        .was(
            0,
            """
            search.limit = 50  IMAGEDB_SEARCH_LIMIT
            exclude = *.tmp    .imagedb/config:1
            model = theirs     .imagedb/config:2                    \
            passed over: model is not obeyed here, since the file may come with a stranger's folder
            search.limit = 20  .config/imagedb/config.properties:1  IMAGEDB_SEARCH_LIMIT counts
            sort = 猫          .config/imagedb/config.properties:2
            limti = 5          .config/imagedb/config.properties:3  \
            passed over: there is no option limti; did you mean limit?
            """,
            "");
  }

  @Test
  void isReadByPrograms() {
    String user = home.resolve(".config/imagedb/config.properties").toString();
    run("config", "--json", "--db", "none")
        .was(
            0,
            """
            [
              {
                "name": "search.limit",
                "value": "50",
                "counts": true,
                "variable": "IMAGEDB_SEARCH_LIMIT"
              },
              {
                "name": "search.limit",
                "value": "20",
                "counts": false,
                "file": "USER",
                "line": 1
              },
              {
                "name": "sort",
                "value": "猫",
                "counts": true,
                "file": "USER",
                "line": 2
              },
              {
                "name": "limti",
                "value": "5",
                "counts": false,
                "file": "USER",
                "line": 3,
                "doubt": "there is no option limti; did you mean limit?"
              }
            ]
            """
                .replace("USER", user),
            "");
  }

  @Test
  void tellsWhereTheFilesLie() {
    run("config", "--path", "--db", "db")
        .was(
            0,
            home.resolve("db/config")
                + "\n"
                + home.resolve(".config/imagedb/config.properties")
                + "\n",
            "");
  }

  @Test
  void saysThatNothingIsSet() throws IOException {
    Files.delete(home.resolve(".config/imagedb/config.properties"));
    CliRun.in(home, "config", "--db", "none")
        .was(
            0,
            "",
            "imagedb: nothing is set, neither in none/config nor in"
                + " .config/imagedb/config.properties nor by a variable\n");
  }

  private CliRun run(String... arguments) {
    return CliRun.in(home, VARIABLES, arguments);
  }

  private void write(String name, String... lines) throws IOException {
    Path file = home.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, List.of(lines));
  }
}
