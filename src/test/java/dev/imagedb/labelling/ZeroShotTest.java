package dev.imagedb.labelling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.imagedb.embed.Temperature;
import dev.imagedb.embed.WordBook;
import dev.imagedb.fault.UserException;
import dev.imagedb.photo.VectorSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ZeroShotTest {
  private static final VectorSpace SPACE = new VectorSpace("toy", "ab", 2, "as it is");
  private static final float[] EAST = {1, 0};

  private static final Map<String, float[]> WORDS =
      Map.of(
          "east", EAST,
          "the east", new float[] {0.6f, 0.8f},
          "north", new float[] {0, 1},
          "the north", new float[] {0, 1});

  @Test
  void ordersLabelsByProbability() {
    ZeroShot model = model(new Temperature(2, null), "{}");

    List<LikelyLabel> labels = model.judge(EAST);

    assertThat(labels).extracting(LikelyLabel::label).containsExactly("east", "north");
    assertThat(labels.getFirst().probability())
        .isCloseTo(Math.exp(2) / (Math.exp(2) + 1), within(1e-7));
    assertThat(labels.getFirst().probability() + labels.getLast().probability())
        .isCloseTo(1, within(1e-12));
  }

  @Test
  void takesTheUnitLengthMeanOfAllSentences() {
    assertThat(model(new Temperature(1, null), "{}", "the {}").vector(0))
        .containsExactly(new float[] {0.8944272f, 0.4472136f}, within(1e-6f)); // (1.6, 0.8)
  }

  @Test
  void tellsHowManyLabelsAreEmbedded() {
    List<Long> done = new ArrayList<>();
    ZeroShot.of(
        new LabelList(List.of("east", "north")),
        new Templates(List.of("{}")),
        new WordBook(SPACE, new Temperature(1, null), WORDS),
        done::add);

    assertThat(done).containsExactly(1L, 2L);
  }

  @Test
  void refusesASentenceWithoutAPlaceForTheLabel() {
    assertThatExceptionOfType(UserException.class)
        .isThrownBy(() -> new Templates(List.of("a {}", "a photo")))
        .withMessage("--template \"a photo\" has no {} for the label to go");
  }

  private static ZeroShot model(Temperature temperature, String... sentences) {
    return ZeroShot.of(
        new LabelList(List.of("east", "north")),
        new Templates(List.of(sentences)),
        new WordBook(SPACE, temperature, WORDS),
        _ -> {});
  }
}
