package dev.imagedb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RemoveCommandTest {
  @TempDir Path home;

  @Test
  void forgetsAPictureAndLeavesItsFile() throws IOException {
    Gallery.drawIn(home);
    CliRun.in(home, "index", "photos", "--model", "builtin", "--db", "db");

    CliRun.in(home, "remove", "photos/dot.png", "--db", "db")
        .was(0, "", "removed 1 from the database\n");

    assertThat(CliRun.in(home, "list", "--paths", "--db", "db").done())
        .isEqualTo(
            home.resolve("photos/broken.jpg") + "\n" + home.resolve("photos/wall.png") + "\n");
    assertThat(home.resolve("photos/dot.png")).exists();
    CliRun.in(home, "remove", "photos", "-q", "--db", "db").was(0, "", "");
    assertThat(CliRun.in(home, "list", "--paths", "--db", "db").done()).isEmpty();
    CliRun.in(home, "index", "--db", "db")
        .failed(2, "imagedb: no folder to index", "  try: imagedb index ~/Pictures");
  }

  @Test
  void forgetsAFolderThatIsGoneSoThatTheOthersCanBeIndexed() throws IOException {
    Gallery.drawIn(home);
    Path single = Files.copy(home.resolve("photos/dot.png"), home.resolve("single.png"));
    CliRun.in(home, "index", "photos", "single.png", "--model", "builtin", "--db", "db");
    Files.delete(single);
    CliRun.in(home, "index", "--db", "db")
        .failed(
            1,
            "imagedb: there is no file or folder " + single,
            "  try: check its spelling, and its drive; if it is gone for good: imagedb remove "
                + single);

    CliRun.in(home, "remove", "single.png", "--db", "db")
        .was(0, "", "removed 1 from the database\nimagedb: no longer indexed: " + single + "\n");

    CliRun.in(home, "index", "--db", "db", "-q").was(0, "", "");
    CliRun.in(home, "remove", "single.png", "--db", "db")
        .failed(
            1,
            "imagedb: no picture of the database is at or under " + single,
            "  try: imagedb list --paths");
  }
}
