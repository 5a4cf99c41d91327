package dev.imagedb.output.gallery;

import java.util.Locale;

/// A bar as long as so many kilometres, in the upper right of a map.
///
/// @param kilometres a round number
/// @param pixels how long that is
record MapScale(double kilometres, double pixels) {
  private static final int MOST_PIXELS = 160;
  private static final int RIGHT = PlaceMap.WIDTH - 14;
  private static final int TOP = 36;

  /// The longest bar of one, two or five times a power of ten.
  static MapScale of(double kilometresPerPixel) {
    double most = MOST_PIXELS * kilometresPerPixel;
    double power = Math.pow(10, Math.floor(Math.log10(most)));
    double digit = most / power >= 5 ? 5 : most / power >= 2 ? 2 : 1;
    return new MapScale(digit * power, digit * power / kilometresPerPixel);
  }

  /// `200 km`, `500 m`.
  String words() {
    return kilometres >= 1
        ? String.format(Locale.ROOT, "%,.0f km", kilometres)
        : String.format(Locale.ROOT, "%.0f m", kilometres * 1000);
  }

  String svg() {
    return String.format(
        Locale.ROOT,
        "<path d=\"M%.1f %dv6H%dv-6\"/><text x=\"%d\" y=\"%d\">%s</text>",
        RIGHT - pixels,
        TOP - 6,
        RIGHT,
        RIGHT,
        TOP - 12,
        words());
  }
}
