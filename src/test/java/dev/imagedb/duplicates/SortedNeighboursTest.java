package dev.imagedb.duplicates;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SortedNeighboursTest {
  private static final int DIMENSION = 96;

  @Test
  void findsNearlyAllPairsThatComparingAllWithAllFinds() {
    List<float[]> vectors = crowdWithCopies(2000, 0.35);
    long[] all = allPairs(vectors, 0.85);
    long[] found = pairs(vectors, 0.85);
    assertThat(all).hasSizeGreaterThan(500);
    assertThat(all).contains(found);
    assertThat(found.length).isGreaterThanOrEqualTo((int) Math.ceil(0.99 * all.length));
  }

  @Test
  void givesTheSamePairsAgain() {
    List<float[]> vectors = crowdWithCopies(300, 0.4);
    assertThat(pairs(vectors, 0.8)).containsExactly(pairs(vectors, 0.8)).isSorted();
  }

  @Test
  void findsNothingAmongNothing() {
    assertThat(new SortedNeighbours(List.of(), new float[4], 0.5).pairs()).isEmpty();
  }

  private static long[] pairs(List<float[]> vectors, double atLeast) {
    return new SortedNeighbours(vectors, Vectors.centre(vectors), atLeast).pairs();
  }

  private static long[] allPairs(List<float[]> vectors, double atLeast) {
    LongStream.Builder pairs = LongStream.builder();
    for (int i = 0; i < vectors.size(); i++) {
      for (int j = i + 1; j < vectors.size(); j++) {
        if (Vectors.dot(vectors.get(i), vectors.get(j)) >= (float) atLeast) {
          pairs.add(Pair.key(i, j));
        }
      }
    }
    return pairs.build().toArray();
  }

  /// Random directions that lean to one side, every other one a noisy copy of the one before it.
  private static List<float[]> crowdWithCopies(int count, double noise) {
    Random random = new Random(7);
    List<float[]> vectors = new ArrayList<>();
    for (int i = 0; i < count; i += 2) {
      float[] one = new float[DIMENSION];
      float[] copy = new float[DIMENSION];
      for (int d = 0; d < DIMENSION; d++) {
        one[d] = (float) random.nextGaussian() + (d == 0 ? 4 : 0);
        copy[d] = one[d] + (float) (noise * random.nextGaussian());
      }
      vectors.add(Vectors.unit(one));
      vectors.add(Vectors.unit(copy));
    }
    return vectors;
  }
}
