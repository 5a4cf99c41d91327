package dev.imagedb.store.lucene;

import static dev.imagedb.store.lucene.TestPhotos.bare;
import static org.assertj.core.api.Assertions.assertThat;

import dev.imagedb.photo.Photo;
import dev.imagedb.store.Filter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What lies under a folder, in a portable database and in one that is not.
class FilterUnderTest {
  @TempDir private Path disk;

  private static final List<String> FILES =
      List.of(
          "drive/a/1.jpg",
          "drive/a/b/2.jpg",
          "drive/a/bc/3.jpg",
          "drive/a/b.jpg",
          "drive/a/b-c/4.jpg",
          "drive/a/b0/5.jpg",
          "drive/a.jpg",
          "drive/a\\9.jpg",
          "drive/x/a/b\\10.jpg",
          "drive/é/6.jpg",
          "drive2/7.jpg",
          "other/a/b/8.jpg");

  @ParameterizedTest
  @ValueSource(strings = {"drive/.imagedb", "drive/database"})
  void findsWhatHasTheFolderAsItsBeginning(String database) throws IOException {
    List<Photo> photos = FILES.stream().map(file -> bare(disk.resolve(file))).toList();
    try (Findable findable = Findable.of(disk.resolve(database), photos)) {
      for (String folder :
          List.of(
              "",
              "drive",
              "drive/a",
              "drive/a/b",
              "drive/x/a/b",
              "drive/é",
              "drive2",
              "other",
              "none")) {
        assertThat(under(findable, disk.resolve(folder)))
            .as("under %s", folder)
            .containsExactlyInAnyOrderElementsOf(
                FILES.stream()
                    .map(disk::resolve)
                    .filter(file -> file.startsWith(disk.resolve(folder)))
                    .toList());
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "drive/.imagedb, drive/a.jpg",
    "database, drive/a.jpg",
    "drive/.imagedb, drive2/7.jpg"
  })
  void findsTheFileItself(String database, String file) throws IOException {
    List<Photo> photos = FILES.stream().map(name -> bare(disk.resolve(name))).toList();
    try (Findable findable = Findable.of(disk.resolve(database), photos)) {
      assertThat(under(findable, disk.resolve(file))).containsExactly(disk.resolve(file));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"drive/.imagedb", "database"})
  void findsAllUnderTheRoot(String database) throws IOException {
    List<Photo> photos = FILES.stream().map(name -> bare(disk.resolve(name))).toList();
    try (Findable findable = Findable.of(disk.resolve(database), photos)) {
      assertThat(under(findable, disk.getRoot())).hasSize(FILES.size());
    }
  }

  @Test
  void findsWhatIsInAnyOfSeveralFolders() throws IOException {
    List<Photo> photos = FILES.stream().map(name -> bare(disk.resolve(name))).toList();
    try (Findable findable = Findable.of(disk.resolve("drive/.imagedb"), photos)) {
      assertThat(under(findable, disk.resolve("drive/a/b"), disk.resolve("drive2")))
          .containsExactlyInAnyOrder(disk.resolve("drive/a/b/2.jpg"), disk.resolve("drive2/7.jpg"));
    }
  }

  private static List<Path> under(Findable findable, Path... folders) {
    Filter filter = new Filter.Under(List.of(folders));
    PathKeys keys = findable.pathKeys();
    Stream<String> found = findable.keys(FilterQuery.of(filter, keys));
    return found.map(keys::path).toList();
  }
}
