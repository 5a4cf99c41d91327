package dev.imagedb.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RelevanceTest {
  private static final double TEMPERATURE = 16.6;

  @Test
  void keepsTheOnePictureThatStandsOutOfThousands() {
    float[] cosines = noise(5_000, 0, 0.15);
    cosines[1_234] = 0.9f;
    Relevance relevance = Relevance.of(cosines, TEMPERATURE);
    assertThat(relevance.cutoff()).isEqualTo(0.9f);
    assertThat(relevance.kept()).isEqualTo(1);
    assertThat(relevance.probability(0.9f)).isGreaterThan(0.4);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, TEMPERATURE})
  void keepsTheHundredsThatLieApartFromTheOthers(double temperature) {
    float[] cosines = noise(1_000, 0, 0.03);
    for (int i = 0; i < 200; i++) {
      cosines[5 * i] += 0.4f;
    }
    Relevance relevance = Relevance.of(cosines, temperature);
    assertThat(relevance.kept()).isEqualTo(200);
    assertThat(relevance.cutoff()).isBetween(0.25, 0.4);
  }

  @Test
  void saysThatNothingIsLikelyToBelongWhereNothingStandsOut() {
    Relevance relevance = Relevance.of(noise(1_000, 0.1, 0.15), TEMPERATURE);
    assertThat(relevance.kept()).isLessThan(5);
    assertThat(relevance.probability(relevance.cutoff())).isLessThan(0.3);
  }

  @ParameterizedTest
  @ValueSource(ints = {10_000, 100_000, 1_000_000})
  void keepsAHandfulOfNoiseHoweverLargeTheLibrary(int pictures) {
    assertThat(Relevance.of(noise(pictures, 0, 0.1), TEMPERATURE).kept()).isLessThan(8);
    assertThat(Relevance.of(noise(pictures, 0, 0.1), 0).kept()).isLessThan(8);
  }

  @Test
  void keepsMostOfTheThousandsThatALargeLibraryHoldsOfAKind() {
    float[] cosines = noise(50_000, 0, 0.1);
    for (int i = 0; i < 2_000; i++) {
      cosines[25 * i] += 0.45f;
    }
    Relevance relevance = Relevance.of(cosines, 0);
    assertThat(relevance.kept()).isBetween(1_200, 2_000);
    assertThat(relevance.cutoff()).isGreaterThan(0.3);
  }

  @Test
  void keepsTheFiveThatStandApartFromAHundredThousand() {
    float[] cosines = noise(100_000, 0, 0.1);
    for (int i = 0; i < 5; i++) {
      cosines[i * 1_000] = 0.65f + i / 100f;
    }
    Relevance relevance = Relevance.of(cosines, 0);
    assertThat(relevance.kept()).isEqualTo(5);
    assertThat(relevance.cutoff()).isEqualTo(0.65f);
    assertThat(relevance.probability(0.65f)).isGreaterThan(0.5);
  }

  @Test
  void isNotMisledByCosinesThatScatterWiderAboveTheMedian() {
    float[] skewed = noise(100_000, 0, 0.1);
    for (int i = 0; i < skewed.length; i++) {
      skewed[i] *= skewed[i] > 0 ? 1.35f : 1;
    }
    assertThat(Relevance.of(skewed, 0).kept()).isLessThan(8);
  }

  @Test
  void thinksTheSameCosineLessLikelyToBelongInALargerLibrary() {
    Relevance small = Relevance.of(noise(500, 0, 0.1), 0);
    Relevance large = Relevance.of(noise(50_000, 0, 0.1), 0);
    assertThat(small.probability(0.3)).isBetween(0.15, 0.3);
    assertThat(large.probability(0.3)).isLessThan(0.02);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 20, 500})
  void treatsEqualPicturesEqually(int pictures) {
    float[] cosines = new float[pictures];
    Arrays.fill(cosines, 0.25f);
    Relevance relevance = Relevance.of(cosines, TEMPERATURE);
    assertThat(relevance.kept()).isEqualTo(pictures);
    assertThat(relevance.cutoff()).isEqualTo(0.25f);
  }

  @Test
  void isNotMisledByTheRoundingOfEqualPictures() {
    Relevance relevance = Relevance.of(new float[] {0.25f, 0.2500001f, 0.25f, 0.25f}, TEMPERATURE);
    assertThat(relevance.probability(0.2500001f))
        .isCloseTo(relevance.probability(0.25f), within(0.001));
  }

  @Test
  void keepsNothingOfNothing() {
    Relevance relevance = Relevance.of(new float[0], TEMPERATURE);
    assertThat(relevance.kept()).isZero();
    assertThat(relevance.cutoff()).isEqualTo(1);
    assertThat(relevance.expected()).isZero();
    assertThat(relevance.expectedF1()).isZero();
    assertThat(relevance.probability(0.5)).isBetween(0.0, 1.0);
  }

  @Test
  void judgesTheOthersAsIfTheQuerysOwnPictureWereNotThere() {
    float[] others = noise(300, 0, 0.15);
    others[7] = 0.8f;
    float[] all = Arrays.copyOf(others, 302);
    all[300] = 1;
    all[301] = 0.9995f;
    Relevance without = Relevance.of(others, 0);
    Relevance with = Relevance.of(all, 0);
    assertThat(with.cutoff()).isEqualTo(without.cutoff());
    assertThat(with.kept()).isEqualTo(without.kept() + 2);
    assertThat(with.probability(0.5)).isEqualTo(without.probability(0.5));
    assertThat(with.probability(1)).isEqualTo(1);
  }

  @Test
  void keepsCopiesWhereThereAreOnlyCopies() {
    Relevance relevance = Relevance.of(new float[] {1, 0.9999f, 1}, 0);
    assertThat(relevance.kept()).isEqualTo(3);
    assertThat(relevance.cutoff()).isEqualTo(0.9999f);
    assertThat(relevance.expected()).isEqualTo(3);
  }

  @Test
  void doesNotDependOnTheOrderAndLeavesItAsItIs() {
    float[] cosines = {0.1f, 0.7f, -0.2f, 0.3f};
    float[] turned = {0.3f, -0.2f, 0.7f, 0.1f};
    assertThat(Relevance.of(cosines, TEMPERATURE).cutoff())
        .isEqualTo(Relevance.of(turned, TEMPERATURE).cutoff());
    assertThat(cosines).containsExactly(0.1f, 0.7f, -0.2f, 0.3f);
  }

  @Test
  void isTheSameForAModelWhoseCosinesLieCloserAndWhoseTemperatureIsHigher() {
    float[] wide = noise(400, 0, 0.15);
    float[] narrow = new float[400];
    for (int i = 0; i < 400; i++) {
      narrow[i] = 0.2f + wide[i] / 6;
    }
    Relevance one = Relevance.of(wide, TEMPERATURE);
    Relevance other = Relevance.of(narrow, 6 * TEMPERATURE);
    assertThat(other.kept()).isEqualTo(one.kept());
    assertThat(other.onePictureMeant()).isCloseTo(one.onePictureMeant(), within(0.001));
  }

  @Test
  void neverGivesALowerProbabilityToAGreaterCosine() {
    Relevance relevance = Relevance.of(noise(1_000_000, 0, 0.15), TEMPERATURE);
    double last = 0;
    for (double cosine = -1; cosine <= 1; cosine += 0.01) {
      assertThat(relevance.probability(cosine)).isBetween(last, 1.0);
      last = relevance.probability(cosine);
    }
  }

  @Test
  void explainsItself() {
    float[] cosines = new float[2_001];
    for (int i = 0; i < 2_000; i++) {
      cosines[i] = i % 2 == 0 ? -0.1f : 0.1f;
    }
    cosines[2_000] = 0.9f;
    assertThat(Relevance.of(cosines, 0).explanation())
        .isEqualTo(
            "1 of 2,001 belong: cosine 0.9000 and more (median 0.1000, deviation 0.2000; 10.3"
                + " expected to belong, 0 % that one picture is meant)");
  }

  @Test
  void refusesWhatIsNoNumber() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Relevance.of(new float[] {0.1f, Float.NaN, 0.2f}, TEMPERATURE))
        .withMessage("a cosine is NaN");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Relevance.of(new float[] {0.1f}, Double.NaN))
        .withMessage("temperature is NaN, expected 0 or more");
  }

  private static float[] noise(int pictures, double median, double deviation) {
    Random random = new Random(5);
    float[] cosines = new float[pictures];
    for (int i = 0; i < pictures; i++) {
      cosines[i] = (float) Math.clamp(random.nextGaussian(median, deviation), -0.9, 0.9);
    }
    return cosines;
  }
}
