package dev.imagedb.photo;

import java.util.Arrays;
import java.util.Optional;

/// How stored pixels must be turned to stand upright (EXIF 2.32, tag 0x0112).
public enum Orientation {
  UPRIGHT(1, false),
  FLIPPED_HORIZONTALLY(2, false),
  UPSIDE_DOWN(3, false),
  FLIPPED_VERTICALLY(4, false),
  TRANSPOSED(5, true),
  /// Turn by 90 degrees clockwise to see it upright.
  TURN_RIGHT(6, true),
  TRANSVERSED(7, true),
  /// Turn by 90 degrees counter-clockwise to see it upright.
  TURN_LEFT(8, true);

  private final int tag;
  private final boolean swapsSides;

  Orientation(int tag, boolean swapsSides) {
    this.tag = tag;
    this.swapsSides = swapsSides;
  }

  /// The orientation for a tag's value, if it is one of 1 to 8.
  public static Optional<Orientation> ofTag(int value) {
    return Arrays.stream(values()).filter(orientation -> orientation.tag == value).findFirst();
  }

  /// The tag's value, 1 to 8.
  public int tag() {
    return tag;
  }

  /// Whether width and height change places.
  public boolean swapsSides() {
    return swapsSides;
  }

  /// The size of the upright picture.
  public Dimensions upright(Dimensions stored) {
    return swapsSides ? stored.turned() : stored;
  }
}
