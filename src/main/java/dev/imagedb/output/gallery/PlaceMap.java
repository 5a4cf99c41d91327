package dev.imagedb.output.gallery;

import static java.util.stream.Collectors.joining;

import dev.imagedb.photo.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A map of where pictures were taken, drawn of nothing but their coordinates: a grid of meridians
/// and parallels, a scale, and a dot for each place, or for places too near one another to be told
/// apart. It shows as much of the world as is needed.
final class PlaceMap {
  static final int WIDTH = 720;
  static final int HEIGHT = 320;

  /// How far apart dots must be not to become one, in pixels.
  private static final double APART = 40;

  private static final int SMALLEST_DOT = 11;
  private static final int LARGEST_DOT = 26;

  /// A picture on the map.
  ///
  /// @param number of the picture on its page, from 0
  record Point(int number, Place place) {}

  private final Projection projection;
  private final List<Dot> dots = new ArrayList<>();

  /// @param points at least one
  PlaceMap(List<Point> points) {
    this.projection = Projection.of(points.stream().map(Point::place).toList(), WIDTH, HEIGHT);
    points.forEach(this::add);
  }

  /// Pictures that lie together. Where they lie is their mean.
  private static final class Dot {
    private final List<Integer> numbers = new ArrayList<>();
    private double x;
    private double y;

    void add(int number, double newX, double newY) {
      numbers.add(number);
      x += (newX - x) / numbers.size();
      y += (newY - y) / numbers.size();
    }

    boolean isNear(double otherX, double otherY) {
      return Math.hypot(x - otherX, y - otherY) < APART;
    }
  }

  private void add(Point point) {
    double x = projection.x(point.place().longitude());
    double y = projection.y(point.place().latitude());
    Dot dot = dots.stream().filter(any -> any.isNear(x, y)).findFirst().orElseGet(this::newDot);
    dot.add(point.number(), x, y);
  }

  private Dot newDot() {
    Dot dot = new Dot();
    dots.add(dot);
    return dot;
  }

  /// The drawing, an `svg` element. Its colours are the style sheet's.
  String svg() {
    return """
    <svg viewBox="0 0 %d %d" role="group" aria-labelledby="map-title">
    <g class="grid" aria-hidden="true">%s</g>
    <g class="scale" aria-hidden="true">%s</g>
    %s</svg>
    """
        .formatted(
            WIDTH,
            HEIGHT,
            new Graticule(projection).svg(),
            MapScale.of(projection.kilometresPerPixel()).svg(),
            dots.stream().map(this::svg).collect(joining()));
  }

  private String svg(Dot dot) {
    int count = dot.numbers.size();
    String numbers = dot.numbers.stream().map(String::valueOf).collect(joining(" "));
    return String.format(
        Locale.ROOT,
        """
        <g class="place" role="button" tabindex="0" aria-pressed="false" data-pictures="%s" \
        aria-label="%s"><circle cx="%.1f" cy="%.1f" r="%.1f"/>%s</g>
        """,
        numbers,
        label(dot),
        dot.x,
        dot.y,
        Math.min(LARGEST_DOT, SMALLEST_DOT + 4 * Math.log(count)),
        count == 1 ? "" : text(dot, count));
  }

  private static String text(Dot dot, int count) {
    return String.format(
        Locale.ROOT, "<text x=\"%.1f\" y=\"%.1f\" dy=\".35em\">%d</text>", dot.x, dot.y, count);
  }

  private String label(Dot dot) {
    int count = dot.numbers.size();
    return (count == 1 ? "1 picture at " : count + " pictures around ")
        + Degrees.latitude(projection.latitude(dot.y), 2)
        + ", "
        + Degrees.longitude(projection.longitude(dot.x), 2);
  }
}
