package dev.imagedb.output.gallery;

import java.util.Locale;

/// Coordinates as maps have them: `48.86° N`, `2.3° W`.
final class Degrees {
  private Degrees() {}

  static String latitude(double degrees, int decimals) {
    return words(degrees, decimals, "N", "S");
  }

  /// @param degrees may lie past 180, either way round
  static String longitude(double degrees, int decimals) {
    return words(degrees - 360 * Math.floor((degrees + 180) / 360), decimals, "E", "W");
  }

  private static String words(double degrees, int decimals, String positive, String negative) {
    String number = String.format(Locale.ROOT, "%." + decimals + "f", Math.abs(degrees));
    boolean zero = Double.parseDouble(number) == 0;
    return number + "°" + (zero ? "" : " " + (degrees > 0 ? positive : negative));
  }
}
