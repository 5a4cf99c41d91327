package dev.imagedb.store.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagedb.photo.Photo;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldCatalogueTest {
  /// For the program alone: the stored picture, its vector and their space, and the time line that
  /// pictures are sorted by.
  private static final Set<String> NOT_FOR_PEOPLE =
      Set.of(Fields.PHOTO, Fields.SPACE, Fields.TAKEN);

  @Test
  void knowsEveryFieldOfADocument(@TempDir Path folder) throws IOException {
    Path database = folder.resolve("database");
    List<Photo> photos =
        List.of(
            TestPhotos.full(folder.resolve("a.jpg")).labelled(List.of("boat")),
            TestPhotos.unreadable(folder.resolve("b.png"), "it ends early"));
    Findable.of(database, photos).close();
    Set<String> indexed = new TreeSet<>();
    try (Directory directory = new DatabaseFolder(database).open();
        DirectoryReader index = DirectoryReader.open(directory)) {
      FieldInfos.getIndexedFields(index).forEach(indexed::add);
      index
          .leaves()
          .forEach(leaf -> leaf.reader().getFieldInfos().forEach(f -> indexed.add(f.name)));
    }
    indexed.removeAll(NOT_FOR_PEOPLE);
    indexed.removeIf(field -> field.startsWith("vector"));

    assertThat(FieldCatalogue.names().stream().map(FieldCatalogueTest::indexed))
        .containsExactlyInAnyOrderElementsOf(indexed);
  }

  private static String indexed(String name) {
    return FieldCatalogue.find(name).orElseThrow().indexed();
  }

  @ParameterizedTest
  @CsvSource({
    "camra, camera",
    "cmaera, camera",
    "keywrods, keywords",
    "Widht, width",
    "tagss, tags",
    "is, iso",
    "x, ''",
    "shoesize, ''"
  })
  void suggestsWhatIsSpeltAlike(String written, String field) {
    assertThat(FieldCatalogue.near(written).stream().findFirst().orElse("")).isEqualTo(field);
  }

  @Test
  void knowsWhatElsePeopleCallAField() {
    assertThat(FieldCatalogue.find("Model")).isEqualTo(FieldCatalogue.find("camera"));
    assertThat(FieldCatalogue.find("taken").orElseThrow().indexed()).isEqualTo("taken.local");
    assertThat(FieldCatalogue.find("colour")).isEmpty();
  }
}
