package dev.imagedb.store.lucene;

import static dev.imagedb.store.lucene.TestPhotos.space;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.imagedb.fault.UserException;
import dev.imagedb.store.Filter;
import dev.imagedb.store.Fusion;
import dev.imagedb.store.HitList;
import dev.imagedb.store.PhotoReader;
import dev.imagedb.store.PhotoWriter;
import dev.imagedb.store.Plan;
import dev.imagedb.store.Selection;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// How much a plan may ask for.
class PlanQueriesTest {
  private static final String WORDS = listed(64, i -> "word" + i);
  private static final String OTHERS = listed(64, i -> "-other" + i);
  private static final Filter LONGEST_WHERE =
      new Filter.Where("ext:jpg " + listed(511, i -> "OR ext:other" + i));

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(Fusion.class)
  void takeTheMostWordsBesideTheLongestWhere(Fusion fusion) {
    assertThat(search(WORDS, fusion, LONGEST_WHERE).total()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(Fusion.class)
  void takeTheMostExcludedWordsBesideTheLongestWhere(Fusion fusion) {
    assertThat(search(OTHERS, fusion, LONGEST_WHERE).total()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {1_000, 10_000})
  void refuseMoreThanTheStoreLooksFor(int folders) {
    Filter filter =
        new Filter.Under(IntStream.range(0, folders).mapToObj(i -> Path.of("/" + i)).toList());

    assertThatThrownBy(() -> search(WORDS, Fusion.RRF, filter))
        .isInstanceOf(UserException.class)
        .hasMessage("words and filters ask for more than 2,048 things");
  }

  @Test
  void countFiltersAndWordsTogether() {
    Filter camera = new Filter.Camera(listed(400, i -> "word" + i));

    assertThatThrownBy(() -> search(WORDS, Fusion.RRF, camera))
        .hasMessage("words and filters ask for more than 2,048 things");
    assertThat(search("word0", Fusion.RRF, camera).total()).isZero();
  }

  private HitList search(String text, Fusion fusion, Filter filter) {
    LuceneStore store = new LuceneStore(folder.resolve("database"));
    float[] vector = {1, 0};
    try (PhotoWriter writer = store.writer(space("test", 2), false)) {
      writer.put(TestPhotos.withTitle(folder.resolve("1.jpg"), WORDS), vector);
      writer.commit();
    }
    Selection selection = Selection.best(10).fusedBy(fusion).passing(List.of(filter));
    Plan plan = Plans.of(vector, text, selection);
    try (PhotoReader reader = store.reader()) {
      return reader.search(plan);
    }
  }

  private static String listed(int count, IntFunction<String> word) {
    return IntStream.range(0, count).mapToObj(word).collect(joining(" "));
  }
}
