package dev.imagedb.photo;

import org.jspecify.annotations.Nullable;

/// What a picture was taken with.
///
/// @param make the maker's name as written (EXIF Make)
/// @param model the camera's name as written (EXIF Model)
/// @param lens the lens's name
public record Camera(@Nullable String make, @Nullable String model, @Nullable String lens) {
  public static final Camera UNKNOWN = new Camera(null, null, null);
}
