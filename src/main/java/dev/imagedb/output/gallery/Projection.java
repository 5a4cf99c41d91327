package dev.imagedb.output.gallery;

import dev.imagedb.photo.Place;
import java.util.List;

/// From degrees to pixels: meridians and parallels are straight, and in the middle of the map, a
/// kilometre is as long in every direction (the equidistant cylindrical projection; Snyder, "Map
/// Projections: A Working Manual", 1987, section 12).
///
/// @param west the longitude of the left edge; to the right of it they grow past 180
/// @param north the latitude of the upper edge, which may lie past the pole
/// @param degreesAcross of longitude, in the whole width
/// @param degreesDown of latitude, in the whole height
record Projection(
    double west, double north, double degreesAcross, double degreesDown, int width, int height) {
  private static final double KILOMETRES_PER_DEGREE = 111.195;

  /// Two kilometres, so that one place alone has some land around it.
  private static final double LEAST_DEGREES = 0.02;

  /// How much wider a map is than what is on it.
  private static final double MARGIN = 1.3;

  /// Near the poles meridians meet, and a map would be all width.
  private static final double LEAST_SHRINKING = 0.1;

  /// A map of these places and as much around them as its shape asks for.
  ///
  /// @param places at least one
  static Projection of(List<Place> places, int width, int height) {
    double[] longitudes = places.stream().mapToDouble(Place::longitude).sorted().toArray();
    int first = afterWidestGap(longitudes);
    double left = longitudes[first];
    double right = first == 0 ? longitudes[longitudes.length - 1] : longitudes[first - 1] + 360;
    double bottom = places.stream().mapToDouble(Place::latitude).min().orElseThrow();
    double top = places.stream().mapToDouble(Place::latitude).max().orElseThrow();
    double middle = (top + bottom) / 2;
    double shrinking = Math.max(LEAST_SHRINKING, Math.cos(Math.toRadians(middle)));
    double shape = (double) width / height;
    double down =
        Math.max(
            Math.max(top - bottom, (right - left) * shrinking / shape) * MARGIN, LEAST_DEGREES);
    double across = down * shape / shrinking;
    return new Projection(
        (left + right - across) / 2, middle + down / 2, across, down, width, height);
  }

  /// Where longitudes begin if they are to span as little as they can: pictures of Fiji, on both
  /// sides of the 180th meridian, lie close together.
  private static int afterWidestGap(double[] sorted) {
    int first = 0;
    double widest = sorted[0] + 360 - sorted[sorted.length - 1];
    for (int i = 1; i < sorted.length; i++) {
      if (sorted[i] - sorted[i - 1] > widest) {
        widest = sorted[i] - sorted[i - 1];
        first = i;
      }
    }
    return first;
  }

  double x(double longitude) {
    double fromWest = longitude - west;
    return (fromWest - 360 * Math.floor(fromWest / 360)) / degreesAcross * width;
  }

  double y(double latitude) {
    return (north - latitude) / degreesDown * height;
  }

  /// In degrees, and past 180 where the map reaches there.
  double longitude(double x) {
    return west + x / width * degreesAcross;
  }

  double latitude(double y) {
    return north - y / height * degreesDown;
  }

  /// On a globe of 6371 km, in the middle of the map.
  double kilometresPerPixel() {
    return degreesDown * KILOMETRES_PER_DEGREE / height;
  }
}
