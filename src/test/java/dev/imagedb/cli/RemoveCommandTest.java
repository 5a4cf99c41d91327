package dev.imagedb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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
  }
}
