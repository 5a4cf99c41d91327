package dev.imagedb.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseLocationTest {
  @TempDir Path home;

  private Path here = Path.of("");

  @BeforeEach
  void makeFolders() throws IOException {
    here = Files.createDirectories(home.resolve("trips/2024"));
  }

  @Test
  void isTheOneThatWasNamed() throws IOException {
    Files.createDirectory(home.resolve(".imagedb"));

    assertThat(DatabaseLocation.find(Path.of("../db"), Map.of("IMAGEDB_DB", "/else"), here, home))
        .isEqualTo(home.resolve("trips/db"));
  }

  @Test
  void isElseTheEnvironments() throws IOException {
    Files.createDirectory(home.resolve(".imagedb"));

    assertThat(DatabaseLocation.find(null, Map.of("IMAGEDB_DB", "mine"), here, home))
        .isEqualTo(here.resolve("mine"));
  }

  @Test
  void isElseTheNearestUpwards() throws IOException {
    Files.createDirectory(home.resolve(".imagedb"));
    assertThat(find(Map.of("IMAGEDB_DB", ""))).isEqualTo(home.resolve(".imagedb"));

    Files.createDirectory(home.resolve("trips/.imagedb"));
    assertThat(find(Map.of())).isEqualTo(home.resolve("trips/.imagedb"));
  }

  @Test
  void isNoFileThatHappensToHaveTheName() throws IOException {
    Files.createFile(here.resolve(".imagedb"));
    Files.createDirectory(home.resolve(".imagedb"));

    assertThat(find(Map.of())).isEqualTo(home.resolve(".imagedb"));
  }

  @Test
  void isElseInTheUsersDataFolder() {
    assertThat(find(Map.of())).isEqualTo(home.resolve(".local/share/imagedb"));
    assertThat(find(Map.of("XDG_DATA_HOME", home + "/data")))
        .isEqualTo(home.resolve("data/imagedb"));
  }

  private Path find(Map<String, String> variables) {
    return DatabaseLocation.find(null, variables, here, home);
  }
}
