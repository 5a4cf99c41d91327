package dev.imagedb.store.lucene;

import static dev.imagedb.store.lucene.TestPhotos.atCosine;
import static dev.imagedb.store.lucene.TestPhotos.bare;
import static dev.imagedb.store.lucene.TestPhotos.space;
import static dev.imagedb.store.lucene.TestPhotos.unreadable;
import static dev.imagedb.store.lucene.TestPhotos.withTags;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.imagedb.photo.Photo;
import dev.imagedb.photo.VectorSpace;
import dev.imagedb.store.Cutoff;
import dev.imagedb.store.Hit;
import dev.imagedb.store.HitList;
import dev.imagedb.store.PhotoReader;
import dev.imagedb.store.PhotoWriter;
import dev.imagedb.store.Selection;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RankingTest {
  private static final VectorSpace SPACE = space("test", 2);
  private static final float[] NORTH = atCosine(1, 2);

  @TempDir private Path folder;
  private LuceneStore store;

  @BeforeEach
  void open() {
    store = new LuceneStore(folder.resolve("database"));
  }

  @Test
  void scoresByCosineWhereAVectorWasAskedFor() {
    put(bare(path("far.jpg")), atCosine(-0.5, 2));
    put(bare(path("near.jpg")), atCosine(0.75, 2));

    HitList found = search(NORTH, null, 10, null);

    assertThat(found.fused()).isFalse();
    assertThat(found.hits())
        .extracting(Hit::rank, RankingTest::name, Hit::bm25)
        .containsExactly(tuple(1, "near.jpg", null), tuple(2, "far.jpg", null));
    assertThat(found.hits().getFirst().cosine()).isCloseTo(0.75, within(1e-6));
    assertThat(found.hits().getLast().score()).isCloseTo(-0.5, within(1e-6));
  }

  @Test
  void scoresByBm25WhereOnlyWordsWereAskedFor() {
    put(withTags(path("a.jpg"), "boat"), NORTH);

    Hit hit = search(null, "boat", 10, null).hits().getFirst();

    assertThat(hit.cosine()).isNull();
    assertThat(hit.bm25()).isEqualTo(hit.score()).isPositive();
  }

  @Test
  void fusesBothRankings() {
    put(bare(path("a.jpg")), atCosine(0.9, 2)); // vector 1
    put(withTags(path("b.jpg"), "boat boat boat"), atCosine(0.8, 2)); // vector 2, words 1
    put(withTags(path("c.jpg"), "boat or else"), atCosine(0.7, 2)); // vector 3, words 2
    put(unreadable(path("d.jpg"), "a boat, cut off in the middle of the picture"), null); // words 3

    HitList found = search(NORTH, "boat", 10, null);

    assertThat(found.fused()).isTrue();
    List<Hit> hits = found.hits();
    assertThat(hits)
        .extracting(RankingTest::name)
        .containsExactly("b.jpg", "c.jpg", "a.jpg", "d.jpg");
    assertThat(hits.get(0).score()).isCloseTo(0.032522, within(1e-6)); // 1/62 + 1/61
    assertThat(hits.get(1).score()).isCloseTo(0.032002, within(1e-6)); // 1/63 + 1/62
    assertThat(hits.get(2).score()).isCloseTo(0.016393, within(1e-6)); // 1/61
    assertThat(hits.get(3).score()).isCloseTo(0.015873, within(1e-6)); // 1/63
  }

  @Test
  void givesThePartsOfAFusedScoreWhereTheyExist() {
    put(bare(path("a.jpg")), atCosine(0.9, 2));
    put(withTags(path("b.jpg"), "boat"), atCosine(0.8, 2));
    put(unreadable(path("d.jpg"), "a boat, cut off"), null);
    double bm25 = search(null, "boat", 1, null).hits().getFirst().score();

    List<Hit> hits = search(NORTH, "boat", 10, null).hits();

    assertThat(hits).extracting(RankingTest::name).containsExactly("b.jpg", "a.jpg", "d.jpg");
    assertThat(hits.get(0).cosine()).isCloseTo(0.8, within(1e-6));
    assertThat(hits.get(0).bm25()).isEqualTo(bm25);
    assertThat(hits.get(1).bm25()).isNull();
    assertThat(hits.get(2).cosine()).isNull();
    assertThat(hits.get(2).bm25()).isPositive();
  }

  @Test
  void leavesOutExcludedWordsHoweverNearTheVector() {
    put(withTags(path("a.jpg"), "boat in snow"), atCosine(0.9, 2));
    put(withTags(path("b.jpg"), "boat"), atCosine(0.8, 2));
    put(bare(path("c.jpg")), atCosine(0.7, 2));

    assertThat(search(NORTH, "boat -snow", 10, null).hits())
        .extracting(RankingTest::name)
        .containsExactly("b.jpg", "c.jpg");
  }

  @Test
  void keepsTheVectorsOrderWhereWordsAreOnlyExcluded() {
    put(withTags(path("a.jpg"), "snow"), atCosine(0.9, 2));
    put(bare(path("b.jpg")), atCosine(0.1, 2));
    put(bare(path("c.jpg")), atCosine(0.4, 2));
    put(bare(path("d.jpg")), atCosine(0.8, 2));

    List<Hit> hits = search(NORTH, "-snow", 10, null).hits();

    assertThat(hits).extracting(RankingTest::name).containsExactly("d.jpg", "c.jpg", "b.jpg");
    assertThat(hits).extracting(Hit::bm25).containsOnlyNulls();
  }

  @Test
  void ordersEqualScoresByPath() {
    put(withTags(path("z.jpg"), "boat"), atCosine(0, 2));
    for (String name : List.of("c.jpg", "a.jpg", "b.jpg")) {
      put(bare(path(name)), atCosine(0.5, 2));
    }
    put(unreadable(path("e.jpg"), "boat"), null);

    assertThat(search(NORTH, null, 2, null).hits())
        .extracting(RankingTest::name)
        .containsExactly("a.jpg", "b.jpg");
    // a.jpg is first by vector and e.jpg, of fewer words, first by text.
    assertThat(search(NORTH, "boat", 10, null).hits())
        .extracting(RankingTest::name)
        .startsWith("z.jpg", "a.jpg", "e.jpg");
  }

  @Test
  void leavesOutWhatScoresLess() {
    put(withTags(path("a.jpg"), "boat"), atCosine(0.9, 2));
    put(withTags(path("b.jpg"), "boat"), atCosine(0.1, 2));
    put(unreadable(path("c.jpg"), "boat"), null);

    assertThat(search(NORTH, null, 10, 0.5).hits()).hasSize(1);
    assertThat(search(NORTH, "boat", 10, 0.5).hits())
        .extracting(RankingTest::name)
        .containsExactly("a.jpg");
    assertThat(search(null, "boat", 10, 1_000.0).hits()).isEmpty();
    assertThat(search(null, "boat", 10, 0.0).hits()).hasSize(3);
  }

  @Test
  void findsNothingInAnEmptyDatabase() {
    store.writer(SPACE, false).close();
    assertThat(search(NORTH, "boat", 10, null).hits()).isEmpty();

    put(bare(path("a.jpg")), NORTH);
    assertThat(search(NORTH, null, Integer.MAX_VALUE, null).hits()).hasSize(1);
    assertThat(search(NORTH, "a", Integer.MAX_VALUE, null).hits()).hasSize(1);
  }

  @Test
  void refusesAVectorOfAnotherLength() {
    put(bare(path("a.jpg")), NORTH);

    assertThatThrownBy(() -> search(atCosine(1, 3), null, 1, null))
        .hasMessage("vector dimensions differ: 3 != 2");
  }

  private Path path(String name) {
    return folder.resolve(name);
  }

  private static String name(Hit hit) {
    return String.valueOf(hit.photo().file().path().getFileName());
  }

  private void put(Photo photo, float @Nullable [] vector) {
    try (PhotoWriter writer = store.writer(SPACE, false)) {
      writer.put(photo, vector);
      writer.commit();
    }
  }

  private HitList search(
      float @Nullable [] vector, @Nullable String text, int limit, @Nullable Double minScore) {
    Cutoff cutoff = minScore == null ? new Cutoff.None() : new Cutoff.LeastScore(minScore);
    try (PhotoReader reader = store.reader()) {
      return reader.search(Plans.of(vector, text, Selection.best(limit).endingAt(cutoff)));
    }
  }
}
