package dev.imagedb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorCommandTest {
  @TempDir Path home;

  @Test
  void looksAtEverythingAndMakesNothing() {
    JsonArray findings =
        JsonParser.parseString(CliRun.in(home, "doctor", "--json").done()).getAsJsonArray();

    assertThat(findings.asList().stream().map(DoctorCommandTest::subject))
        .containsExactly(
            "Java",
            "start",
            "engine",
            "pictures",
            "model",
            "index",
            "settings",
            "terminal",
            "disk",
            "memory",
            "files");
    assertThat(home).isEmptyDirectory();
  }

  @Test
  void findsADatabaseAndItsModel() throws IOException {
    Gallery.drawIn(home);
    CliRun.in(home, "index", "photos", "--model", "builtin", "--db", ".imagedb", "-q");
    List<String> lines = CliRun.in(home, "doctor", "--deep").done().lines().toList();

    assertThat(lines)
        .anyMatch(line -> line.startsWith("ok       model     builtin is here, its files are"))
        .anyMatch(line -> line.startsWith("ok       index     2 pictures in 0.0 MB, schema"))
        .contains("                   try: imagedb status --skipped");
  }

  @Test
  void failsWhereSomethingIsBroken() throws IOException {
    Files.createDirectories(home.resolve(".imagedb"));
    Files.writeString(home.resolve(".imagedb/config"), "nonsense\n");
    CliRun run = CliRun.in(home, "doctor");

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out()).contains("problem  settings  ");
  }

  private static String subject(JsonElement finding) {
    return finding.getAsJsonObject().get("subject").getAsString();
  }
}
