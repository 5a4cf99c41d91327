package dev.imagedb.photo;

import org.jspecify.annotations.Nullable;

/// How a picture was exposed.
///
/// @param iso sensitivity
/// @param aperture the f-number
/// @param seconds exposure time in seconds
/// @param focalLength in millimetres, as written (not the 35 mm equivalent)
public record Exposure(
    @Nullable Integer iso,
    @Nullable Double aperture,
    @Nullable Double seconds,
    @Nullable Double focalLength) {
  public static final Exposure UNKNOWN = new Exposure(null, null, null, null);
}
