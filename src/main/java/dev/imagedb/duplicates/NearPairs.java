package dev.imagedb.duplicates;

import dev.imagedb.duplicates.Duplicate.Kinship.Near;
import dev.imagedb.photo.PerceptualHash;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// The pairs of pictures that show the same photograph.
final class NearPairs {
  /// How alike the coarse looks of a pair must be, as they lie, to be laid over one another. Of
  /// copies cropped by 5 % on all sides, or with a logo, all lie above; of different photographs,
  /// one in 200.
  private static final double LEAST_COARSE_LIKENESS = 0.75;

  /// How alike the coarse looks of a pair must be where nothing but its look speaks for it: those
  /// of uncropped, unmarked copies, however small, are at 0.99. With less, every picture of a large
  /// collection has hundreds that look like it from afar.
  private static final double TELLING_COARSE_LIKENESS = 0.97;

  private final List<Picture> pictures;
  private final List<float[]> coarse;
  private final double minCosine;

  /// Two pictures by their places in the list, and how near they are.
  record Found(Pair pair, Near near) {}

  NearPairs(List<Picture> pictures, double minCosine) {
    this.pictures = pictures;
    this.coarse = pictures.stream().map(NearPairs::coarse).toList();
    this.minCosine = minCosine;
  }

  /// In the order of their places.
  Stream<Found> all() {
    return LongStream.of(Pair.distinct(LongStream.concat(byVector(), byLook())))
        .parallel()
        .mapToObj(Pair::of)
        .flatMap(pair -> compared(pair).stream());
  }

  /// Pairs whose vectors are alike. Vectors lean to one side, each model's to its own, so their
  /// codes are taken from the middle of them all.
  private LongStream byVector() {
    if (pictures.isEmpty()) {
      return LongStream.empty();
    }
    List<float[]> vectors = pictures.stream().map(Picture::vector).toList();
    return LongStream.of(new SortedNeighbours(vectors, Vectors.centre(vectors), minCosine).pairs());
  }

  /// Pairs that look alike from afar: a copy may be so small that its vector is that of a blur.
  private LongStream byLook() {
    float[] origin = new float[Plane.COARSE_CELLS];
    return LongStream.of(new SortedNeighbours(coarse, origin, TELLING_COARSE_LIKENESS).pairs());
  }

  private Optional<Found> compared(Pair pair) {
    PerceptualHash one = pictures.get(pair.one()).look();
    PerceptualHash other = pictures.get(pair.other()).look();
    if (one == null || other == null || coarseLikeness(pair) < LEAST_COARSE_LIKENESS) {
      return Optional.empty();
    }
    Agreement agreement = Agreement.of(one, other);
    double cosine = cosine(pair);
    boolean near = agreement.isCertain() || (agreement.isCopy() && cosine >= minCosine);
    return near
        ? Optional.of(new Found(pair, new Near(cosine, agreement.changed())))
        : Optional.empty();
  }

  private double coarseLikeness(Pair pair) {
    return Vectors.dot(coarse.get(pair.one()), coarse.get(pair.other()));
  }

  private double cosine(Pair pair) {
    return Vectors.dot(pictures.get(pair.one()).vector(), pictures.get(pair.other()).vector());
  }

  private static float[] coarse(Picture picture) {
    PerceptualHash look = picture.look();
    return look == null ? new float[Plane.COARSE_CELLS] : Plane.of(look).coarse();
  }
}
