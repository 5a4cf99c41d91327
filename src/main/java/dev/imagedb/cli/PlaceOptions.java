package dev.imagedb.cli;

import dev.imagedb.fault.UserException;
import dev.imagedb.store.Filter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Where pictures were taken, in degrees (WGS 84).
@Under("Which pictures")
final class PlaceOptions {
  private static final String NUMBER = "\\s*([-+]?\\d{1,3}(?:\\.\\d*)?)\\s*";
  private static final Pattern NEAR =
      Pattern.compile(NUMBER + "," + NUMBER + "(?:,\\s*(\\d{1,9}(?:\\.\\d*)?)\\s*(m|km|mi)\\s*)?");
  private static final Pattern BOX =
      Pattern.compile(NUMBER + "," + NUMBER + "," + NUMBER + "," + NUMBER);

  /// Across a village, or about a landmark.
  private static final double DEFAULT_METRES = 1_000;

  private static final double METRES_PER_MILE = 1_609.344;

  @Option(
      names = "--near",
      paramLabel = "LAT,LON[,DIST]",
      description =
          "Taken near: 48.8584,2.2945,10km; a place, and a distance in m, km or mi. Default: 1km.")
  private @Nullable String near;

  @Seldom
  @Option(
      names = "--box",
      paramLabel = "SOUTH,WEST,NORTH,EAST",
      description = "Taken between these parallels and meridians; may reach over the date line.")
  private @Nullable String box;

  List<Filter> filters() {
    List<Filter> all = new ArrayList<>();
    if (near != null) {
      all.add(near(near));
    }
    if (box != null) {
      all.add(box(box));
    }
    return all;
  }

  private static Filter near(String written) {
    Matcher parts = NEAR.matcher(written);
    if (!parts.matches()) {
      throw UserException.usage(
          "--near is \"%s\", expected latitude, longitude and a distance in m, km or mi"
              .formatted(written),
          "--near 48.8584,2.2945,10km");
    }
    return new Filter.Near(degrees(parts, 1), degrees(parts, 2), metres(parts));
  }

  private static double metres(Matcher parts) {
    String unit = parts.group(4);
    if (unit == null) {
      return DEFAULT_METRES;
    }
    double distance = Double.parseDouble(parts.group(3));
    return switch (unit) {
      case "km" -> distance * 1_000;
      case "mi" -> distance * METRES_PER_MILE;
      default -> distance;
    };
  }

  private static Filter box(String written) {
    Matcher parts = BOX.matcher(written);
    if (!parts.matches()) {
      throw UserException.usage(
          "--box is \"%s\", expected its south, west, north and east in degrees".formatted(written),
          "--box 47.8,5.9,55.1,15.1");
    }
    return new Filter.Box(
        degrees(parts, 1), degrees(parts, 2), degrees(parts, 3), degrees(parts, 4));
  }

  private static double degrees(Matcher parts, int group) {
    return Double.parseDouble(parts.group(group));
  }
}
