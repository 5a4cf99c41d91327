package dev.imagedb.photo;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What people and programs wrote about a picture, from EXIF, IPTC and XMP.
///
/// @param rating 0 to 5, or -1 for rejected (XMP Rating)
/// @param comment EXIF UserComment, where image generators write their prompt
public record Description(
    @Nullable String title,
    @Nullable String caption,
    List<String> keywords,
    @Nullable Integer rating,
    @Nullable String comment,
    @Nullable String artist,
    @Nullable String copyright,
    @Nullable String software) {
  public static final Description NONE =
      new Description(null, null, List.of(), null, null, null, null, null);

  public Description {
    keywords = List.copyOf(keywords);
  }
}
