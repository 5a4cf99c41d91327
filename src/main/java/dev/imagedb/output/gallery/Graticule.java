package dev.imagedb.output.gallery;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;

/// The grid of meridians and parallels, at round degrees, with their names along two edges.
///
/// @param map what it is drawn on
record Graticule(Projection map) {
  private static final double[] STEPS = {
    0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30, 45, 90
  };

  private static final int MOST_MERIDIANS = 7;
  private static final int MOST_PARALLELS = 6;

  /// Between a line and its name, and between a name and the edge, in pixels.
  private static final int GAP = 5;

  /// A name that begins so near the right edge has no room.
  private static final int NAME_WIDTH = 70;

  /// The elements that it is drawn of, for an `svg` element.
  String svg() {
    double step = step(map.degreesAcross() / MOST_MERIDIANS);
    String meridians =
        within(map.west(), map.west() + map.degreesAcross(), step)
            .mapToObj(degrees -> meridian(degrees, decimals(step)))
            .collect(joining());
    double rise = step(map.degreesDown() / MOST_PARALLELS);
    String parallels =
        within(Math.max(-90, map.north() - map.degreesDown()), Math.min(90, map.north()), rise)
            .mapToObj(degrees -> parallel(degrees, decimals(rise)))
            .collect(joining());
    return meridians + parallels;
  }

  /// The smallest step that leaves so many degrees between two lines.
  private static double step(double degrees) {
    return Arrays.stream(STEPS).filter(step -> step >= degrees).findFirst().orElse(90);
  }

  /// The multiples of a step between two numbers.
  private static DoubleStream within(double least, double most, double step) {
    return LongStream.rangeClosed((long) Math.ceil(least / step), (long) Math.floor(most / step))
        .mapToDouble(number -> number * step);
  }

  private static int decimals(double step) {
    return step >= 1 ? 0 : (int) Math.ceil(-Math.log10(step));
  }

  private String meridian(double degrees, int decimals) {
    double x = (degrees - map.west()) / map.degreesAcross() * map.width();
    String line = line("M%.1f 0V%d", x, map.height());
    return x > map.width() - NAME_WIDTH
        ? line
        : line + name(x + GAP, map.height() - GAP, Degrees.longitude(degrees, decimals));
  }

  private String parallel(double degrees, int decimals) {
    double y = map.y(degrees);
    return line("M0 %.1fH%d", y, map.width())
        + name(GAP, y - GAP, Degrees.latitude(degrees, decimals));
  }

  private static String line(String path, double at, int length) {
    return "<path d=\"" + String.format(Locale.ROOT, path, at, length) + "\"/>";
  }

  private static String name(double x, double y, String name) {
    return String.format(Locale.ROOT, "<text x=\"%.1f\" y=\"%.1f\">%s</text>", x, y, name);
  }
}
