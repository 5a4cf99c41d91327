package dev.imagedb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfiguredArgumentsTest {
  @TempDir Path home;
  private Path userFile;

  @BeforeEach
  void makeFolders() throws IOException {
    userFile = home.resolve(".config/imagedb/config.properties");
    Files.createDirectories(userFile.getParent());
  }

  @Test
  void areWhatWasTypedWhereNothingIsSet() {
    assertThat(arguments("search", "a dog", "-k", "5"))
        .containsExactly("search", "a dog", "-k", "5");
  }

  @Test
  void putWhatIsSetInFrontOfWhatWasTyped() throws IOException {
    write("limit = 50", "exclude = *.tmp", "exclude = raw");

    assertThat(arguments("search", "--", "-a dog-"))
        .containsExactly("search", "--limit=50", "--", "-a dog-");
    assertThat(arguments("--debug", "index", "photos"))
        .containsExactly("--debug", "index", "--exclude=*.tmp", "--exclude=raw", "photos");
  }

  @Test
  void leaveOutWhatWasTypedByWhateverName() throws IOException {
    write("limit = 50", "sort = path");

    assertThat(arguments("search", "-k5", "a dog"))
        .containsExactly("search", "--sort=path", "-k5", "a dog");
  }

  @Test
  void leaveOutWhatIsExcludedByWhatWasTyped() throws IOException {
    write("json = true", "limit = 50");

    assertThat(arguments("search", "--csv", "a dog"))
        .containsExactly("search", "--limit=50", "--csv", "a dog");
    assertThat(arguments("search", "a dog"))
        .containsExactly("search", "--json", "--limit=50", "a dog");
  }

  @Test
  void takeTheNearestOfThoseThatExcludeEachOther() throws IOException {
    write("json = true");

    assertThat(arguments(Map.of("IMAGEDB_CSV", "yes"), "list")).containsExactly("list", "--csv");
    assertThat(arguments(Map.of("IMAGEDB_JSON", "off"), "list")).containsExactly("list");
  }

  @Test
  void refuseTwoInOnePlaceThatExcludeEachOther() throws IOException {
    write("json = true", "csv = true");

    CliRun.in(home, "list")
        .failed(
            2,
            "imagedb: " + userFile + ":2: csv and json exclude each other",
            "  try: keep one of them; " + userFile + ":1 sets the other");
  }

  @Test
  void reachTheCommandsOfACommand() throws IOException {
    write("models.json = true");

    assertThat(arguments("models", "info", "builtin"))
        .containsExactly("models", "info", "--json", "builtin");
    assertThat(arguments("models")).containsExactly("models", "--json");
  }

  @Test
  void passByAllThatIsSetWhenAskedTo() throws IOException {
    write("limit = nonsense");

    assertThat(arguments("search", "--no-config", "a dog"))
        .containsExactly("search", "--no-config", "a dog");
    assertThat(arguments("search", "--help")).containsExactly("search", "--help");
  }

  @Test
  void undoASwitchForOneRun() throws IOException {
    write("hidden = true");

    assertThat(arguments("index", "--hidden=false", "photos"))
        .containsExactly("index", "--hidden=false", "photos");
  }

  @Test
  void knowTheHomeFolder() throws IOException {
    write("model = ~/models/clip");

    assertThat(arguments("search", "a dog"))
        .containsExactly("search", "--model=" + home.resolve("models/clip"), "a dog");
  }

  @Test
  void obeyTheFolderOfTheDatabaseThatIsMeant() throws IOException {
    Path database = Files.createDirectories(home.resolve("drive/.imagedb"));
    Files.writeString(database.resolve("config"), "limit = 7\n");
    write("db = " + database);

    assertThat(arguments("list")).containsExactly("list", "--limit=7", "--db=" + database);
    assertThat(arguments("list", "--db", "other")).containsExactly("list", "--db", "other");
    assertThat(arguments("list", "--db", "drive/.imagedb"))
        .containsExactly("list", "--limit=7", "--db", "drive/.imagedb");
  }

  @Test
  void refuseAValueWithItsPlace() throws IOException {
    write("", "search.limit = x");

    CliRun.in(home, "search", "a dog")
        .failed(
            2,
            "imagedb: "
                + userFile
                + ":2: --limit is \"x\", expected a whole number from 1 to 2147483647",
            "  try: imagedb search --help");
  }

  @Test
  void areNotBlamedForWhatWasTyped() throws IOException {
    write("sort = path");

    CliRun.in(home, "search", "a dog", "--sort", "sise")
        .failed(
            2,
            "imagedb: --sort is \"sise\", expected score, taken, mtime, size, path or rating",
            "  try: --sort size");
  }

  @Test
  void refuseWhatTheCommandRefusesWithItsPlace() {
    CliRun.in(home, Map.of("IMAGEDB_AFTER", "never"), "search", "a dog")
        .failed(
            2,
            "imagedb: IMAGEDB_AFTER: --after is \"never\", expected a date like 2019, 2019-07,"
                + " 2019-07-01, 2019-07-01T12:30, today, 7d",
            "  try: --after 2019-07");
  }

  @Test
  void refuseASwitchThatIsNeitherOnNorOff() throws IOException {
    write("relevant = perhaps");

    CliRun.in(home, "search", "a dog")
        .failed(
            2,
            "imagedb: " + userFile + ":1: relevant is \"perhaps\", expected true or false",
            "  try: relevant = true");
  }

  @Test
  void tellOfNamesThatAreNone() throws IOException {
    write("limti = 5", "serch.limit = 5", "search.colour = never", "future = 1");

    assertThat(CliRun.in(home, "list").err().lines())
        .startsWith(
            "imagedb: " + userFile + ":2: there is no command serch; did you mean search?",
            "imagedb: " + userFile + ":3: search has no option colour; did you mean color?",
            "imagedb: " + userFile + ":1: there is no option limti; did you mean limit?",
            "imagedb: " + userFile + ":4: there is no option future");
  }

  @Test
  void tellOfWhatAFolderMayNotSet() throws IOException {
    Path file = Files.createDirectories(home.resolve(".imagedb")).resolve("config");
    Files.writeString(file, "allow-private = true\n");

    assertThat(CliRun.in(home, "search", "a dog").err())
        .startsWith(
            "imagedb: "
                + file
                + ":1: allow-private is not obeyed here, since the file may come with a stranger's"
                + " folder\n");
    assertThat(CliRun.in(home, "list").err()).doesNotContain("allow-private");
  }

  private List<String> arguments(String... typed) {
    return arguments(Map.of(), typed);
  }

  private List<String> arguments(Map<String, String> variables, String... typed) {
    Program program = CliRun.program(home, variables);
    TypedArguments words = TypedArguments.of(CommandTree.described(program), typed);
    return List.of(new ConfiguredArguments(program, words).all());
  }

  private void write(String... lines) throws IOException {
    Files.write(userFile, List.of(lines));
  }
}
