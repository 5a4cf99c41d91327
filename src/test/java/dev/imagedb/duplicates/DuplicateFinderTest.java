package dev.imagedb.duplicates;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagedb.duplicates.Duplicate.Kinship;
import dev.imagedb.photo.Dimensions;
import dev.imagedb.photo.FileFacts;
import dev.imagedb.photo.PerceptualHash;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DuplicateFinderTest {
  private static final Scene SCENE = new Scene(3);
  private static final float[] NORTH = {1, 0};
  private static final float[] EAST = {0, 1};
  private static final Path ROOT = Path.of("/").toAbsolutePath();

  @Test
  void keepsTheShortestPathOfTheSameBytes() {
    List<DuplicateGroup> groups =
        DuplicateFinder.exact(
            Stream.of(
                picture("copies/a.jpg", "one", 400),
                picture("a.jpg", "one", 400),
                picture("b.jpg", "other", 400)));
    assertThat(groups).hasSize(1);
    assertThat(names(groups.getFirst())).containsExactly("a.jpg", "copies/a.jpg");
    assertThat(groups.getFirst().reason()).isEqualTo(Reason.SHORTEST_PATH);
    assertThat(groups.getFirst().duplicates().getFirst().kinship())
        .isEqualTo(new Kinship.SameBytes());
    assertThat(groups.getFirst().bytes()).isEqualTo(1000);
  }

  @Test
  void keepsTheOneOfMostPixelsOfThoseThatLookAlike() {
    List<DuplicateGroup> groups = near(picture("a.jpg", "s", 200), picture("b.jpg", "l", 400));
    assertThat(groups).hasSize(1);
    assertThat(names(groups.getFirst())).containsExactly("b.jpg", "a.jpg");
    assertThat(groups.getFirst().reason()).isEqualTo(Reason.MOST_PIXELS);
    assertThat(groups.getFirst().duplicates().getFirst().kinship())
        .isEqualTo(new Kinship.Near(1, 0));
  }

  @Test
  void doesNotChainCropsOfCrops() {
    List<DuplicateGroup> groups =
        near(
            seen("left.jpg", 400, SCENE.seen(0, 0, 0.92, 1), NORTH),
            seen("whole.jpg", 300, SCENE.whole(), NORTH),
            seen("right.jpg", 200, SCENE.seen(0.08, 0, 0.92, 1), NORTH));
    assertThat(groups).hasSize(1);
    assertThat(names(groups.getFirst())).containsExactly("left.jpg", "whole.jpg");
  }

  @Test
  void asksTheVectorWhereTheLookIsNotCertain() {
    PerceptualHash crop = SCENE.seen(0.05, 0, 0.95, 1);
    assertThat(near(seen("a", 400, SCENE.whole(), NORTH), seen("b", 200, crop, NORTH))).hasSize(1);
    assertThat(near(seen("a", 400, SCENE.whole(), NORTH), seen("b", 200, crop, EAST))).isEmpty();
  }

  @Test
  void tellsDifferentScenesOfOneVectorApart() {
    assertThat(
            near(seen("a", 400, SCENE.whole(), NORTH), seen("b", 400, new Scene(4).whole(), NORTH)))
        .isEmpty();
  }

  @Test
  void comparesNothingWithoutALook() {
    assertThat(near(seen("a", 400, null, NORTH), seen("b", 200, null, NORTH))).isEmpty();
    assertThat(near()).isEmpty();
  }

  private static List<DuplicateGroup> near(Picture... pictures) {
    return DuplicateFinder.near(Stream.of(pictures), 0.7);
  }

  private static List<String> names(DuplicateGroup group) {
    return Stream.concat(
            Stream.of(group.keeper()), group.duplicates().stream().map(Duplicate::picture))
        .map(picture -> ROOT.relativize(picture.file().path()).toString())
        .toList();
  }

  private static Picture picture(String name, String sha256, int width) {
    return picture(name, sha256, width, SCENE.whole(), NORTH);
  }

  private static Picture seen(String name, int width, @Nullable PerceptualHash look, float[] to) {
    return picture(name, name, width, look, to);
  }

  private static Picture picture(
      String name, String sha256, int width, @Nullable PerceptualHash look, float[] vector) {
    FileFacts file = new FileFacts(ROOT.resolve(name), 1000, Instant.EPOCH);
    return new Picture(file, sha256, new Dimensions(width, 100), null, false, look, vector);
  }
}
