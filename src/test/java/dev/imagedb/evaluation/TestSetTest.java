package dev.imagedb.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.imagedb.evaluation.TopicFile.Topic;
import dev.imagedb.fault.UserException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestSetTest {
  private static final float[] EAST = {1, 0};

  private final Path folder;
  private final Gallery gallery;

  TestSetTest(@TempDir Path folder) {
    Map<String, float[]> pictures =
        Map.of("a.jpg", EAST, "b/dog.jpg", EAST, "c/dog.jpg", EAST, "c/two words.jpg", EAST);
    this.folder = folder;
    this.gallery = TestLibrary.of(folder, 2, pictures).gallery();
  }

  @Test
  void findsPicturesByPathsAndByNamesThatOnlyOneHas() {
    assertThat(found("a.jpg")).containsExactly("a.jpg");
    assertThat(found("b/dog.jpg")).containsExactly("b/dog.jpg");
    assertThat(found("b/../c/dog.jpg")).containsExactly("c/dog.jpg");
    assertThat(found(folder.resolve("c/dog.jpg").toString())).containsExactly("c/dog.jpg");
    assertThat(found("two words.jpg")).containsExactly("c/two words.jpg");
    assertThat(found("c/two%20words.jpg")).containsExactly("c/two words.jpg");
  }

  @Test
  void doesNotGuessWhichOfTwoPicturesOfOneNameIsMeant() {
    TestSet test = TestSet.of(file(topic("1", "a.jpg", "dog.jpg")), gallery);

    assertThat(test.questions().getFirst().relevance()).isEqualTo(Map.of(0, 1));
    assertThat(test.absent()).containsExactly("dog.jpg");
  }

  @Test
  void leavesOutATopicWithoutAnyOfItsPictures() {
    TestSet test =
        TestSet.of(file(topic("1", "gone.jpg"), topic("2", "a.jpg"), topic("3", "\0")), gallery);

    assertThat(test.questions()).containsExactly(new Question("2", "words", Map.of(0, 1)));
    assertThat(test.absent()).containsExactly("gone.jpg", "\0");
  }

  @Test
  void refusesAFileOfOtherPictures() {
    TopicFile others = file(topic("1", "gone.jpg"), topic("2", "lost.jpg"));

    assertThatExceptionOfType(UserException.class)
        .isThrownBy(() -> TestSet.of(others, gallery))
        .withMessage(
            "none of the 2 pictures of %s is in the database: gone.jpg"
                .formatted(folder.resolve("captions.csv")));
  }

  private List<String> found(String name) {
    return TestSet.of(file(topic("1", name)), gallery)
        .questions()
        .getFirst()
        .relevance()
        .keySet()
        .stream()
        .map(picture -> folder.relativize(gallery.paths().get(picture)).toString())
        .toList();
  }

  private TopicFile file(Topic... topics) {
    return new TopicFile(folder.resolve("captions.csv"), List.of(topics));
  }

  private static Topic topic(String id, String... pictures) {
    return new Topic(
        id, "words", List.of(pictures).stream().collect(Collectors.toMap(name -> name, _ -> 1)));
  }
}
