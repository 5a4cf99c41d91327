package dev.imagedb.store;

/// How likely a picture is to belong to what a query asks for, told by its cosine among those of
/// all pictures.
///
/// An asker means either **one picture** or **a kind of pictures**. In the first case the
/// probabilities of all pictures sum to one (a softmax), in the second each belongs or not by
/// itself (a logistic). The model's own confidence tells which: words that say much scatter the
/// pictures widely.
///
/// Of a kind, some pictures lie a little higher than the rest, and some stand apart, where chance
/// leads none; either is evidence. A larger library shows more pictures of a kind, yet a smaller
/// share of it: the odds before a look at the cosine fall with the library's size, though less than
/// in proportion to it. Where more pictures lie high than chance explains, though, they belong
/// ([Excess]).
///
/// The constants were fitted by `src/test/reference/fit_relevance.py`.
///
/// Immutable.
final class Belonging {

  /// The logarithm of what one deviation multiplies the odds of being the one picture by.
  private static final double ONE_PER_DEVIATION = 2.16;

  private static final double KIND = 0.25;
  private static final double KIND_PER_LOG_PICTURES = -0.69;
  private static final double KIND_PER_DEVIATION = 0.93;

  private static final double APART = -3.15;
  private static final double APART_PER_SQUARE = 0.335;

  private static final double ONE_MEANT = -8.38;
  private static final double ONE_MEANT_PER_LOG_SPREAD = 17.65;

  private final Scatter scatter;
  private final Excess excess;
  private final double oneMeant;
  private final double kindBefore;
  private final double logOfSum;
  private final double expectedOfKind;

  /// @param ascending the cosines in ascending order, up to `count`
  Belonging(float[] ascending, int count, double temperature) {
    scatter = Scatter.of(ascending, count);
    excess = new Excess(scatter, ascending, count);
    double spread = Math.log(temperature * scatter.deviation());
    oneMeant = logistic(ONE_MEANT + ONE_MEANT_PER_LOG_SPREAD * spread);
    kindBefore = KIND + KIND_PER_LOG_PICTURES * Math.log(Math.max(1, count));
    double best = count == 0 ? 0 : ONE_PER_DEVIATION * scatter.rarity(ascending[count - 1]);
    double sum = 0;
    double kind = 0;
    for (int i = 0; i < count; i++) {
      sum += Math.exp(ONE_PER_DEVIATION * scatter.rarity(ascending[i]) - best);
      kind += asOfKind(ascending[i]);
    }
    logOfSum = count == 0 ? 0 : best + Math.log(sum);
    expectedOfKind = kind;
  }

  Scatter scatter() {
    return scatter;
  }

  /// How likely it is that one picture is meant, and not a kind of pictures.
  double oneMeant() {
    return oneMeant;
  }

  /// How many pictures belong if a kind of pictures is meant.
  double expectedOfKind() {
    return expectedOfKind;
  }

  /// How likely a picture belongs, whichever is meant: never less for a greater cosine.
  double probability(double cosine) {
    return oneMeant * asTheOne(cosine) + (1 - oneMeant) * asOfKind(cosine);
  }

  /// How likely a picture belongs if one picture is meant.
  double asTheOne(double cosine) {
    return Math.min(1, Math.exp(ONE_PER_DEVIATION * scatter.rarity(cosine) - logOfSum));
  }

  /// How likely a picture belongs if a kind of pictures is meant.
  double asOfKind(double cosine) {
    double higher = Math.exp(kindBefore + KIND_PER_DEVIATION * scatter.standard(cosine));
    double rarity = Math.max(0, scatter.rarity(cosine));
    double apart = Math.exp(kindBefore + APART + APART_PER_SQUARE * rarity * rarity);
    return Math.max(1 - 1 / (1 + higher + apart), excess.share(cosine));
  }

  private static double logistic(double x) {
    return 1 / (1 + Math.exp(-x));
  }
}
