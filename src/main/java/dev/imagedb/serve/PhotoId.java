package dev.imagedb.serve;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.imagedb.photo.ContentHash;
import dev.imagedb.photo.Photo;
import dev.imagedb.store.PhotoReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a picture is called in addresses. It tells nothing of where the picture lies, and what is
/// fetched by it can be kept for good: other bytes have another id.
///
/// @param content the first 24 digits of the SHA-256 of its bytes
/// @param place the first 8 digits of the SHA-256 of its path, which tells copies apart
record PhotoId(String content, String place) {
  private static final int CONTENT_DIGITS = 24;
  private static final int PLACE_DIGITS = 8;
  private static final Pattern FORM = Pattern.compile("[0-9a-f]{32}");

  /// The id of a picture.
  static PhotoId of(Photo photo) {
    return new PhotoId(photo.sha256().substring(0, CONTENT_DIGITS), place(photo.file().path()));
  }

  /// Reads what [#toString] wrote; empty where it is something else.
  static Optional<PhotoId> parse(String written) {
    return FORM.matcher(written).matches()
        ? Optional.of(
            new PhotoId(written.substring(0, CONTENT_DIGITS), written.substring(CONTENT_DIGITS)))
        : Optional.empty();
  }

  /// The picture, or where that has moved, one with the same bytes.
  Optional<Photo> in(PhotoReader photos) {
    List<Photo> copies = photos.withHash(content);
    return copies.stream()
        .filter(copy -> place(copy.file().path()).equals(place))
        .findFirst()
        .or(() -> copies.stream().findFirst());
  }

  private static String place(Path path) {
    return ContentHash.of(path.toString().getBytes(UTF_8)).substring(0, PLACE_DIGITS);
  }

  @Override
  public String toString() {
    return content + place;
  }
}
