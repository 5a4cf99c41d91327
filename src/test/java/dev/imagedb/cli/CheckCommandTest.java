package dev.imagedb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {
  @TempDir Path home;

  @BeforeEach
  void indexThreePictures() throws IOException {
    Gallery.drawIn(home);
    CliRun.in(home, "index", "photos", "--model", "builtin", "--db", "db");
  }

  @Test
  void saysThatADatabaseIsSound() {
    CliRun.in(home, "check", "--deep", "--db", "db")
        .was(0, "sound: 3 pictures in " + home.resolve("db") + "\n", "");
    CliRun.in(home, "check", "--json", "--db", "db")
        .was(
            0,
            """
            {
              "sound": true,
              "database": "%s",
              "pictures": 3,
              "damages": [],
              "files": []
            }
            """
                .formatted(home.resolve("db")),
            "");
  }

  @Test
  void tellsWhichFilesAreNotWhatIsRemembered() throws IOException {
    Path wall = home.resolve("photos/wall.png");
    FileTime time = Files.getLastModifiedTime(wall);
    byte[] bytes = Files.readAllBytes(wall);
    bytes[bytes.length - 1] ^= 1;
    Files.write(wall, bytes);
    Files.setLastModifiedTime(wall, time);
    Files.delete(home.resolve("photos/dot.png"));

    CliRun.in(home, "check", "--deep", "--db", "db")
        .was(
            1,
            """
            photos/dot.png: the file is gone
            photos/wall.png: its bytes have changed, and its size and time have not: look for a good copy
            sound: 3 pictures in %s; 2 files differ
            """
                .formatted(home.resolve("db")),
            "  try: imagedb index\n");
  }

  @Test
  void takesOutWhatIsDamagedAndSaysHowToBringItBack() throws IOException {
    damage();

    CliRun found = CliRun.in(home, "check", "--db", "db");
    assertThat(found.exit()).isEqualTo(1);
    assertThat(found.out())
        .containsPattern("pictures? in part _\\w+: checksum failed .* in _\\w+\\.cfs\n")
        .endsWith("damaged: 3 of 3 pictures in " + home.resolve("db") + "\n");
    assertThat(found.err()).isEqualTo("  try: imagedb check --repair\n");

    CliRun repaired = CliRun.in(home, "check", "--repair", "--db", "db");
    assertThat(repaired.exit()).isZero();
    assertThat(repaired.err())
        .startsWith(
            "imagedb: taking out 3 damaged pictures; all files as they were are kept in "
                + home.resolve("db/before-repair-"))
        .endsWith(" until you delete it\n  try: imagedb index\n");
    CliRun.in(home, "index", "-q", "--db", "db").was(3, "", "");
    CliRun.in(home, "check", "--deep", "--db", "db")
        .was(0, "sound: 3 pictures in " + home.resolve("db") + "\n", "");
  }

  @Test
  void copiesADatabaseThatCanBeSearched() {
    CliRun copied = CliRun.in(home, "backup", "copy", "--db", "db");

    assertThat(copied.err()).matches("3 pictures, [\\d.]+ [kM]B: copied to copy\n");
    assertThat(CliRun.in(home, "list", "--paths", "--db", "copy").done())
        .isEqualTo(CliRun.in(home, "list", "--paths", "--db", "db").done());
    CliRun.in(home, "backup", "copy", "--db", "db")
        .failed(
            1,
            "imagedb: "
                + home.resolve("copy")
                + " holds other files ("
                + firstOf("copy")
                + "), and a backup has a folder of its own",
            "  try: choose a folder that is not there yet");
  }

  @Test
  void needsADatabase() {
    CliRun.in(home, "check", "--db", "none")
        .failed(
            1,
            "imagedb: there is no database in " + home.resolve("none"),
            "  try: make one with: imagedb index FOLDER");
    CliRun.in(home, "backup", "copy", "--db", "none")
        .failed(
            1,
            "imagedb: there is no database in " + home.resolve("none"),
            "  try: make one with: imagedb index FOLDER");
  }

  private String firstOf(String folder) {
    try (Stream<Path> files = Files.list(home.resolve(folder))) {
      return files.findFirst().orElseThrow().getFileName().toString();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private void damage() throws IOException {
    try (Stream<Path> files = Files.list(home.resolve("db"))) {
      for (Path part : files.filter(file -> file.toString().endsWith(".cfs")).toList()) {
        byte[] bytes = Files.readAllBytes(part);
        bytes[bytes.length / 2] ^= 1;
        Files.write(part, bytes);
      }
    }
  }
}
