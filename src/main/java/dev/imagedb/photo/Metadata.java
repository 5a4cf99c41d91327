package dev.imagedb.photo;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// All that was written in a picture's file, typed where it has a meaning for us.
///
/// @param tags every tag, the typed ones included
/// @param damage what could not be read, in words; the rest is here all the same
public record Metadata(
    @Nullable CaptureTime taken,
    Camera camera,
    Exposure exposure,
    @Nullable Place place,
    Description description,
    Orientation orientation,
    List<Tag> tags,
    List<String> damage) {
  public static final Metadata NONE =
      new Metadata(
          null,
          Camera.UNKNOWN,
          Exposure.UNKNOWN,
          null,
          Description.NONE,
          Orientation.UPRIGHT,
          List.of(),
          List.of());

  public Metadata {
    tags = List.copyOf(tags);
    damage = List.copyOf(damage);
  }
}
