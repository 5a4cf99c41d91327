package dev.imagedb.photo;

import org.jspecify.annotations.Nullable;

/// Where a picture was taken (WGS 84).
///
/// @param latitude degrees, -90 to 90, north positive
/// @param longitude degrees, -180 to 180, east positive
/// @param altitude metres above sea level, negative below
public record Place(double latitude, double longitude, @Nullable Double altitude) {
  public Place {
    if (!(Math.abs(latitude) <= 90) || !(Math.abs(longitude) <= 180)) {
      throw new IllegalArgumentException("no place on earth: " + latitude + ", " + longitude);
    }
  }
}
