package dev.imagedb.duplicates;

import java.util.Comparator;
import java.util.List;

/// Why one of several copies is the one to keep. In the order in which they are asked: the first
/// that tells the copies apart decides.
public enum Reason {
  /// A copy may have been scaled down; nothing brings the pixels back.
  MOST_PIXELS(Comparator.comparingLong(Picture::pixels).reversed()),
  /// What a camera wrote is lost where a program made the copy.
  CAMERA_DATA(Comparator.comparing(Picture::fromCamera).reversed()),
  /// Of two encodings of as many pixels, the larger lost less.
  LARGEST_FILE(Comparator.comparingLong((Picture picture) -> picture.file().size()).reversed()),
  TAKEN_FIRST(
      Comparator.comparing(Picture::taken, Comparator.nullsLast(Comparator.naturalOrder()))),
  OLDEST_FILE(Comparator.comparing(picture -> picture.file().modified())),
  SHORTEST_PATH(Comparator.comparingInt(picture -> picture.file().path().toString().length())),
  FIRST_BY_NAME(Comparator.comparing(picture -> picture.file().path().toString()));

  /// The one to keep first.
  static final Comparator<Picture> ORDER =
      List.of(values()).stream()
          .map(reason -> reason.order)
          .reduce(Comparator::thenComparing)
          .get();

  @SuppressWarnings("ImmutableEnumChecker") // comparators without state
  private final Comparator<Picture> order;

  Reason(Comparator<Picture> order) {
    this.order = order;
  }

  /// What sets a picture apart from the next best.
  static Reason of(Picture keeper, Picture next) {
    for (Reason reason : values()) {
      if (reason.order.compare(keeper, next) != 0) {
        return reason;
      }
    }
    return FIRST_BY_NAME;
  }
}
