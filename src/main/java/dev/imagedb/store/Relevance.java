package dev.imagedb.store;

import java.util.Arrays;
import java.util.Locale;

/// Where relevance ends in a list of pictures that is ordered by cosine, and how likely each of
/// them is to belong. No fixed cosine can tell: the best picture for words that no picture shows
/// lies as high as many a right one. How a query's cosines scatter over the whole index can.
///
/// An asker means either **one picture** or **a kind of pictures**. In the first case the
/// probabilities of all pictures sum to one (a softmax), in the second each belongs or not by
/// itself (a logistic). The model's own confidence tells which: words that say much scatter the
/// pictures widely. The list ends where its expected F1 is greatest, weighed over both cases (after
/// Ye, Chai, Lee and Chieu, "Optimizing F-measures", ICML 2012). What is less likely to belong than
/// one in twenty is left out all the same; the best picture is always kept.
///
/// The constants were fitted on 1,250 captions and 71 prompts over 500 photographs under two models
/// by `src/test/python/fit_relevance.py`, which also measures them on as many other queries.
///
/// Immutable.
public final class Relevance {

  /// From here on it is the query's own picture again, which says nothing about the others.
  private static final double SAME_PICTURE = 0.999;

  private static final double LEAST_PROBABILITY = 0.05;

  /// The logarithm of what one deviation multiplies the odds of being the one picture by.
  private static final double ONE_PER_DEVIATION = 1.74;

  private static final double KIND = -3.94;
  private static final double KIND_PER_DEVIATION = 0.89;

  private static final double ONE_MEANT = -6.53;
  private static final double ONE_MEANT_PER_LOG_SPREAD = 12.13;

  private final int pictures;
  private final int copies;
  private final Scatter scatter;
  private final double oneMeant;
  private final double logOfSum;
  private final double expectedOfKind;
  private final double expectedF1;
  private final int kept;
  private final double cutoff;

  private Relevance(float[] ascending, double temperature) {
    pictures = ascending.length;
    int judged = countBelow(ascending, SAME_PICTURE);
    copies = pictures - judged;
    scatter = Scatter.of(ascending, judged);
    oneMeant =
        logistic(
            ONE_MEANT + ONE_MEANT_PER_LOG_SPREAD * Math.log(temperature * scatter.deviation()));
    double best = judged == 0 ? 0 : scatter.standard(ascending[judged - 1]);
    double sum = 0;
    double kind = 0;
    for (int i = 0; i < judged; i++) {
      double standard = scatter.standard(ascending[i]);
      sum += Math.exp(ONE_PER_DEVIATION * (standard - best));
      kind += ofKind(standard);
    }
    logOfSum = judged == 0 ? 0 : ONE_PER_DEVIATION * best + Math.log(sum);
    expectedOfKind = kind;
    End end = end(ascending, judged);
    kept = copies + end.kept();
    expectedF1 = end.expectedF1();
    cutoff = kept == 0 ? 1 : ascending[pictures - kept];
  }

  /// Where a list ends.
  private record End(int kept, double expectedF1) {}

  /// Judges the cosines of one query with all pictures of an index that have a vector, in O(n log
  /// n).
  ///
  /// @param cosines in any order; left as they are
  /// @param temperature what the model multiplies the cosines of words with pictures by (its
  ///   `logit_scale`, as a factor); 0 where the query holds a picture, which always asks for its
  ///   kind
  public static Relevance of(float[] cosines, double temperature) {
    if (!(temperature >= 0) || Double.isInfinite(temperature)) {
      throw new IllegalArgumentException("temperature is " + temperature + ", expected 0 or more");
    }
    float[] ascending = cosines.clone();
    Arrays.sort(ascending);
    // NaN is sorted to the end, whatever its sign.
    if (ascending.length > 0 && Float.isNaN(ascending[ascending.length - 1])) {
      throw new IllegalArgumentException("a cosine is NaN");
    }
    return new Relevance(ascending, temperature);
  }

  /// How likely a picture with this cosine is to belong: 0 to 1, and never less for a greater one.
  public double probability(double cosine) {
    if (cosine >= SAME_PICTURE) {
      return 1;
    }
    double standard = scatter.standard(cosine);
    return oneMeant * ofOne(standard) + (1 - oneMeant) * ofKind(standard);
  }

  /// The least cosine of what belongs, itself one of the cosines; 1 where there are no pictures.
  public double cutoff() {
    return cutoff;
  }

  /// How many pictures reach the cutoff.
  public int kept() {
    return kept;
  }

  /// How many pictures of the index belong, as far as their probabilities tell; those that are cut
  /// off count with theirs.
  public double expected() {
    return copies + (copies == pictures ? 0 : oneMeant + (1 - oneMeant) * expectedOfKind);
  }

  /// The F1 that the list of what is kept can be expected to have, copies of the query's own
  /// picture aside.
  public double expectedF1() {
    return expectedF1;
  }

  /// How likely it is that one picture is meant, and not a kind of pictures.
  public double onePictureMeant() {
    return oneMeant;
  }

  /// Why the list ends where it does, as one sentence.
  public String explanation() {
    return String.format(
        Locale.ROOT,
        "%,d of %,d belong: cosine %.4f and more (median %.4f, deviation %.4f; %.1f expected to"
            + " belong, %.0f %% that one picture is meant)",
        kept,
        pictures,
        cutoff,
        scatter.median(),
        scatter.deviation(),
        expected(),
        100 * oneMeant);
  }

  /// Walks down from the best picture. Pictures of one cosine stay together.
  private End end(float[] ascending, int judged) {
    End best = new End(0, 0);
    double one = 0;
    double kind = 0;
    for (int k = 1; k <= judged; k++) {
      float cosine = ascending[judged - k];
      if (k > 1 && best.kept() > 0 && probability(cosine) < LEAST_PROBABILITY) {
        break;
      }
      one += ofOne(scatter.standard(cosine));
      kind += ofKind(scatter.standard(cosine));
      boolean last = k == judged || ascending[judged - k - 1] < cosine;
      double f1 = oneMeant * 2 * one / (k + 1) + (1 - oneMeant) * 2 * kind / (k + expectedOfKind);
      if (last && f1 > best.expectedF1()) {
        best = new End(k, f1);
      }
    }
    return best;
  }

  private double ofOne(double standard) {
    return Math.min(1, Math.exp(ONE_PER_DEVIATION * standard - logOfSum));
  }

  private static double ofKind(double standard) {
    return logistic(KIND + KIND_PER_DEVIATION * standard);
  }

  private static double logistic(double x) {
    return 1 / (1 + Math.exp(-x));
  }

  private static int countBelow(float[] ascending, double cosine) {
    int count = ascending.length;
    while (count > 0 && ascending[count - 1] >= cosine) {
      count--;
    }
    return count;
  }
}
