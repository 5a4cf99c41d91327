package dev.imagedb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What people name by mistake: one clear line, and nothing is lost.
class BadInputTest {
  @TempDir static Path home;

  @BeforeAll
  static void index() throws IOException {
    Gallery.drawIn(home);
    assertThat(run("index", "photos", "--model", "builtin", "--db", "db").exit()).isEqualTo(3);
  }

  @Test
  void aFolderThatIsNotThere() {
    run("index", "nowhere", "--db", "db")
        .failed(
            1,
            "imagedb: there is no file or folder " + at("nowhere"),
            "  try: check its spelling, and its drive; if it is gone for good: imagedb remove "
                + at("nowhere"));
    nothingIsLost();
  }

  @Test
  void aQueryThatIsNoPicture() throws IOException {
    Files.writeString(home.resolve("notes.txt"), "words");
    run("search", "--image", "notes.txt", "--db", "db")
        .failed(
            1,
            "imagedb: cannot use the picture "
                + at("notes.txt")
                + ": its first bytes are no picture's",
            "  try: name a picture file");
    assertThat(run("search", "--image", "photos/broken.jpg", "--db", "db").exit()).isEqualTo(1);
    assertThat(run("search", "--image", "photos", "--db", "db").err())
        .startsWith("imagedb: cannot use the picture " + at("photos") + ": it is a folder\n");
    assertThat(run("encode", "--image", "gone.jpg", "--db", "db").err())
        .startsWith(
            "imagedb: cannot use the picture " + at("gone.jpg") + ": there is no such file\n");
  }

  @Test
  void aDatabaseThatIsNotThere() {
    for (String[] command :
        new String[][] {
          {"list"}, {"status"}, {"show", "a.jpg"}, {"remove", "a.jpg"}, {"search", "--text", "a"}
        }) {
      CliRun run = CliRun.in(home, Map.of("IMAGEDB_DB", at("none")), command);
      run.failed(
          1,
          "imagedb: there is no database in " + at("none"),
          "  try: make one with: imagedb index FOLDER");
    }
    assertThat(home.resolve("none")).doesNotExist();
  }

  @Test
  void aPictureForADatabase() {
    run("index", "photos", "--db", "photos/dot.png")
        .failed(
            1,
            "imagedb: " + at("photos/dot.png") + " is a file, and a database is a folder",
            "  try: choose another with --db DIR");
  }

  @Test
  void aFolderOfPicturesForADatabase() {
    CliRun run = run("index", "photos", "--db", "photos");
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err())
        .startsWith("imagedb: " + at("photos") + " holds other files (")
        .endsWith("  try: choose an empty or a new folder with --db DIR\n");
  }

  @Test
  void anotherProgramsIndex() throws IOException {
    try (FSDirectory directory = FSDirectory.open(home.resolve("other"));
        IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
      writer.addDocument(new Document());
    }
    String[] message = {
      "imagedb: " + at("other") + " holds a Lucene index of another program",
      "  try: choose another database with --db DIR"
    };
    run("index", "photos", "--model", "builtin", "--db", "other").failed(1, message);
    run("list", "--db", "other").failed(1, message);
  }

  @Test
  void aModelThatIsNone() {
    CliRun run = run("index", "photos", "--model", "no model", "--db", "db");
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err())
        .startsWith("imagedb: \"no model\" is neither a folder nor the name of a model\n");
    nothingIsLost();
  }

  @Test
  void aModelFolderWithAFileMissing() throws IOException {
    Path model = Files.createDirectories(home.resolve("model"));
    CliRun run = run("index", "photos", "--model", model.toString(), "--db", "db");
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).contains("open_clip_config.json").doesNotContain("Exception");
    nothingIsLost();
  }

  @Test
  void aCacheThatCannotBeWritten() {
    String file = at("photos/dot.png");
    CliRun.in(home, Map.of("XDG_CACHE_HOME", file), "encode", "--prompt", "dog", "--model=builtin")
        .failed(
            1,
            "imagedb: the built-in model cannot be unpacked into "
                + file
                + "/imagedb: no file can be made there",
            "  try: choose another folder for caches: XDG_CACHE_HOME=DIR imagedb …");
  }

  @Test
  void anotherPreparationThanTheDatabases() {
    CliRun search = run("search", "--prompt", "dog", "--resize-mode", "pad", "--db", "db");
    assertThat(search.exit()).isEqualTo(1);
    assertThat(search.err())
        .startsWith("imagedb: the database " + at("db") + " holds vectors of the model builtin (");
    CliRun index = run("index", "photos", "--resize-mode", "pad", "--db", "db");
    assertThat(index.exit()).isEqualTo(1);
    assertThat(index.err())
        .contains("whose files or preprocessing have changed")
        .contains("imagedb index --force --model builtin");
    nothingIsLost();
  }

  @Test
  void aPictureThatIsNotStored() {
    run("show", "nowhere.jpg", "--db", "db")
        .failed(
            1,
            "imagedb: " + at("nowhere.jpg") + " is not in the database",
            "  try: imagedb index " + at("nowhere.jpg"));
    run("remove", "nowhere.jpg", "--db", "db")
        .failed(
            1,
            "imagedb: no picture of the database is at or under " + at("nowhere.jpg"),
            "  try: imagedb list --paths");
  }

  private static void nothingIsLost() {
    assertThat(run("list", "--paths", "--db", "db").done().lines()).hasSize(3);
  }

  private static String at(String name) {
    return home.resolve(name).toString();
  }

  private static CliRun run(String... arguments) {
    return CliRun.in(home, arguments);
  }
}
