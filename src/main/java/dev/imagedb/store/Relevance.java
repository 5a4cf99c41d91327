package dev.imagedb.store;

import java.util.Arrays;
import java.util.Locale;

/// Where relevance ends in a list of pictures that is ordered by cosine, and how likely each of
/// them is to belong. No fixed cosine can tell: the best picture for words that no picture shows
/// lies as high as many a right one. How a query's cosines scatter over the whole index can.
///
/// [Belonging] gives each picture a probability, from how far its cosine stands out of all others
/// and from how many others there are. The list ends where its expected F1 is greatest, weighed
/// over the case that one picture is meant and the case that a kind of pictures is (after Ye, Chai,
/// Lee and Chieu, "Optimizing F-measures", ICML 2012). What is hardly likely to belong is left out
/// all the same, so that a query for what no picture shows keeps few; the best picture is always
/// kept.
///
/// `src/test/reference/fit_relevance.py` fits the constants on captions and prompts over 500
/// photographs and over libraries of thousands, and measures them on as many other queries.
///
/// Immutable.
public final class Relevance {

  /// From here on it is the query's own picture again, which says nothing about the others.
  private static final double SAME_PICTURE = 0.999;

  /// What is less likely to belong is left out where one picture is meant, and where a kind is.
  private static final double LEAST_OF_ONE = 0.05;

  private static final double LEAST_OF_KIND = 0.1;

  private final int pictures;
  private final int copies;
  private final Belonging belonging;
  private final double expectedF1;
  private final int kept;
  private final double cutoff;

  private Relevance(float[] ascending, double temperature) {
    pictures = ascending.length;
    int judged = countBelow(ascending, SAME_PICTURE);
    copies = pictures - judged;
    belonging = new Belonging(ascending, judged, temperature);
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
    return cosine >= SAME_PICTURE ? 1 : belonging.probability(cosine);
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
    double one = belonging.oneMeant();
    return copies + (copies == pictures ? 0 : one + (1 - one) * belonging.expectedOfKind());
  }

  /// The F1 that the list of what is kept can be expected to have, copies of the query's own
  /// picture aside.
  public double expectedF1() {
    return expectedF1;
  }

  /// How likely it is that one picture is meant, and not a kind of pictures.
  public double onePictureMeant() {
    return belonging.oneMeant();
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
        belonging.scatter().median(),
        belonging.scatter().deviation(),
        expected(),
        100 * onePictureMeant());
  }

  /// Walks down from the best picture. Pictures of one cosine stay together.
  private End end(float[] ascending, int judged) {
    double least = mixed(LEAST_OF_ONE, LEAST_OF_KIND);
    End best = new End(0, 0);
    double one = 0;
    double kind = 0;
    for (int k = 1; k <= judged; k++) {
      float cosine = ascending[judged - k];
      if (best.kept() > 0 && belonging.probability(cosine) < least) {
        break;
      }
      one += belonging.asTheOne(cosine);
      kind += belonging.asOfKind(cosine);
      boolean last = k == judged || ascending[judged - k - 1] < cosine;
      double f1 = mixed(2 * one / (k + 1), 2 * kind / (k + belonging.expectedOfKind()));
      if (last && f1 > best.expectedF1()) {
        best = new End(k, f1);
      }
    }
    return best;
  }

  /// What is expected, given what it is if one picture is meant and if a kind is.
  private double mixed(double ofOne, double ofKind) {
    return belonging.oneMeant() * ofOne + (1 - belonging.oneMeant()) * ofKind;
  }

  private static int countBelow(float[] ascending, double cosine) {
    int count = ascending.length;
    while (count > 0 && ascending[count - 1] >= cosine) {
      count--;
    }
    return count;
  }
}
