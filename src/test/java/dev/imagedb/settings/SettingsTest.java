package dev.imagedb.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.imagedb.fault.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
  private static final Set<String> COMMANDS = Set.of("search", "index", "list");

  @TempDir Path home;
  private Path userFile;
  private Path database;

  @BeforeEach
  void makeFolders() throws IOException {
    userFile = home.resolve(".config/imagedb/config.properties");
    database = home.resolve("drive/.imagedb");
    Files.createDirectories(userFile.getParent());
    Files.createDirectories(database);
  }

  @Test
  void nothingIsSetWhereThereAreNoFiles() {
    assertThat(settings(Map.of()).all()).isEmpty();
  }

  @Test
  void aLineIsANameAndAValueAsTheyStand() throws IOException {
    write("# what I like", "", "limit = 20", "search.where=a = b", "  model =  C:\\models\\big  ");

    assertThat(settings(Map.of()).all())
        .containsExactly(
            new Setting("search", "where", "a = b", line(4)),
            new Setting("", "limit", "20", line(3)),
            new Setting("", "model", "C:\\models\\big", line(5)));
  }

  @Test
  void aLineWithoutAValueIsNamed() throws IOException {
    write("limit = 20", "relevant");

    assertThatThrownBy(() -> settings(Map.of()))
        .isInstanceOf(UserException.class)
        .hasMessage(userFile + ":2: expected a name, an equals sign and a value, not \"relevant\"");
  }

  @Test
  void aVariableSetsAnOptionOfAllCommandsOrOfOne() {
    Map<String, String> variables =
        Map.of(
            "IMAGEDB_MIN_SCORE", "0.2",
            "IMAGEDB_SEARCH_MIN_SCORE", "0.3",
            "IMAGEDB_INDEX_EXCLUDE", "*.tmp\nraw/\n",
            "IMAGEDB_LIMIT", "",
            "IMAGEDB_JAVA_HOME", "/opt/java",
            "HOME", "/home/ann");

    assertThat(values(settings(variables), "list", "min-score")).containsExactly("0.2");
    assertThat(values(settings(variables), "search", "min-score")).containsExactly("0.3");
    assertThat(values(settings(variables), "index", "exclude")).containsExactly("*.tmp", "raw/");
    assertThat(settings(variables).all()).hasSize(4);
  }

  @Test
  void whatIsNearerCounts() throws IOException {
    write("limit = 1", "search.limit = 2", "sort = path");
    Files.writeString(database.resolve("config"), "limit = 3\n");

    assertThat(values(settings(Map.of()), "search", "limit")).containsExactly("3");
    assertThat(values(settings(Map.of("IMAGEDB_LIMIT", "4")), "search", "limit"))
        .containsExactly("4");
    assertThat(values(settings(Map.of()), "search", "sort")).containsExactly("path");
  }

  @Test
  void whatIsSaidForOneCommandCountsBeforeWhatIsSaidForAll() throws IOException {
    write("limit = 1", "search.limit = 2");

    assertThat(values(settings(Map.of()), "search", "limit")).containsExactly("2");
    assertThat(values(settings(Map.of()), "list", "limit")).containsExactly("1");
  }

  @Test
  void aListIsReplacedAsAWhole() throws IOException {
    write("exclude = a", "exclude = b");
    assertThat(values(settings(Map.of()), "index", "exclude")).containsExactly("a", "b");

    Files.writeString(database.resolve("config"), "exclude = c\n");
    assertThat(values(settings(Map.of()), "index", "exclude")).containsExactly("c");
  }

  @Test
  void aFolderMaySetHowItIsReadAndNothingElse() throws IOException {
    Files.writeString(
        database.resolve("config"),
        """
        exclude = *.tmp
        limit = 5
        db = /home/ann/private
        model = stranger/model
        allow-private = true
        follow-links = true
        max-megapixels = 100000
        duplicates.min-cosine = -1
        eval.run = /home/ann/.bashrc
        serve.host = 0.0.0.0
        print0 = true
        """);
    Settings settings = settings(Map.of());

    assertThat(settings.all().stream().filter(settings::isRefused).map(Setting::option))
        .containsExactlyInAnyOrder(
            "db",
            "model",
            "allow-private",
            "follow-links",
            "max-megapixels",
            "min-cosine",
            "run",
            "host",
            "print0");
    assertThat(values(settings, "search", "db")).isEmpty();
    assertThat(values(settings, "search", "limit")).containsExactly("5");
  }

  @Test
  void whatIsRefusedStandsInFrontOfNothing() throws IOException {
    write("db = mine");
    Files.writeString(database.resolve("config"), "db = theirs\n");
    Settings settings = settings(Map.of());

    assertThat(values(settings, "search", "db")).containsExactly("mine");
    assertThat(settings.inFrontOf(settings.all().getLast())).isEmpty();
  }

  @Test
  void saysWhatStandsInFront() throws IOException {
    write("search.limit = 2", "limit = 1");
    Settings settings = settings(Map.of("IMAGEDB_LIMIT", "4"));

    assertThat(settings.all().stream().map(settings::inFrontOf).map(Object::toString))
        .containsExactly(
            "Optional.empty",
            "Optional[" + settings.all().getFirst() + "]",
            "Optional[" + settings.all().getFirst() + "]");
  }

  @Test
  void theUsersFolderIsTheOneOfTheDesktop() {
    Path elsewhere = home.resolve("elsewhere");
    assertThat(Settings.userFile(Map.of("XDG_CONFIG_HOME", elsewhere.toString()), home).path())
        .isEqualTo(elsewhere.resolve("imagedb/config.properties"));
    assertThat(Settings.userFile(Map.of("XDG_CONFIG_HOME", "relative"), home).path())
        .isEqualTo(userFile);
  }

  @Test
  void aFolderOfThatNameIsNoFile() throws IOException {
    Files.createDirectory(database.resolve("config"));
    assertThat(settings(Map.of()).all()).isEmpty();
  }

  @Test
  void aHugeFileIsNotRead() throws IOException {
    Files.writeString(database.resolve("config"), "#".repeat(70_000));
    assertThatThrownBy(() -> settings(Map.of()))
        .hasMessage(
            database.resolve("config") + " is larger than 64 kB, which no file of settings is");
  }

  private Settings settings(Map<String, String> variables) {
    return Settings.of(variables, home, () -> COMMANDS).in(database);
  }

  private static List<String> values(Settings settings, String command, String option) {
    return settings.of(command, option).stream().map(Setting::value).toList();
  }

  private void write(String... lines) throws IOException {
    Files.write(userFile, List.of(lines));
  }

  private Origin.Line line(int number) {
    return new Origin.Line(Layer.USER, userFile, number);
  }
}
