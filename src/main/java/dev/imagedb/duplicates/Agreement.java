package dev.imagedb.duplicates;

import dev.imagedb.photo.PerceptualHash;

/// How well two looks agree once they lie on one another: what tells copies of one photograph from
/// photographs of one scene.
///
/// A copy lies within its original, or the original in it, while a camera that moved shows
/// something new on one side that the other photograph lacks. A copy is also the same all over, but
/// for a mark that someone set on it; where something moved, some cells got brighter and others
/// darker.
///
/// @param outside the share of a side by which either sticks out of the other
/// @param cropped the largest share of a side that only one of them shows
/// @param correlation of the cells both show, -1 to 1
/// @param changed the share of those that differ by more than 0.3 deviations of the picture
/// @param oneSided 1 where all that changed got brighter, or all darker; 0 where it evens out
/// @param atTheEdge whether all that changed lies along the edges
record Agreement(
    double outside,
    double cropped,
    double correlation,
    double changed,
    double oneSided,
    boolean atTheEdge) {
  /// Found alignments of crops are exact to 0.02; a camera that moved by 4 % gives 0.035 and more.
  private static final double MOST_OUTSIDE = 0.025;

  private static final double LEAST_CORRELATION = 0.75;

  /// Smaller and re-encoded copies stay under this.
  private static final double CHANGED_BY_ENCODING = 0.015;

  /// What fine detail adds where cells do not lie on cells: a crop by 5 % on all sides stays under.
  private static final double CHANGED_BY_CROPPING = 0.07;

  /// From here on, no cell lies on a cell.
  private static final double FULL_CROPPING = 0.02;

  private static final double CHANGED_BY_WATERMARK = 0.2;
  private static final double ONE_SIDED = 0.75;
  private static final double CHANGED_BY_LOGO = 0.06;

  /// What makes even pictures too small for the model certain.
  private static final double CERTAINLY_UNCHANGED = 0.005;

  private static final double CERTAIN_CORRELATION = 0.98;

  /// The alignments found of copies that were not cropped are exact to this.
  private static final double UNCROPPED = 0.01;

  static Agreement of(PerceptualHash one, PerceptualHash other) {
    Plane first = Plane.of(one);
    Plane second = Plane.of(other);
    Alignment alignment = Registration.of(first, second);
    Overlay overlay = Overlay.of(first.blurred(), second.blurred(), alignment);
    return new Agreement(
        alignment.outside(),
        alignment.cropped(),
        overlay.correlation(),
        overlay.changed(),
        overlay.oneSided(),
        overlay.changedAtTheEdge());
  }

  /// Whether both show the same photograph.
  boolean isCopy() {
    return outside <= MOST_OUTSIDE
        && correlation >= LEAST_CORRELATION
        && (isUnchanged() || isMarked());
  }

  /// Whether there is next to no difference: then no vector needs to be asked, and those of
  /// thumbnails, which a model sees blown up, tell nothing.
  boolean isCertain() {
    return isCopy()
        && cropped <= UNCROPPED
        && correlation >= CERTAIN_CORRELATION
        && changed <= CERTAINLY_UNCHANGED;
  }

  private boolean isUnchanged() {
    double misplaced = Math.min(1, cropped / FULL_CROPPING);
    return changed <= CHANGED_BY_ENCODING + misplaced * CHANGED_BY_CROPPING;
  }

  private boolean isMarked() {
    return (changed <= CHANGED_BY_WATERMARK && oneSided >= ONE_SIDED)
        || (changed <= CHANGED_BY_LOGO && atTheEdge);
  }
}
