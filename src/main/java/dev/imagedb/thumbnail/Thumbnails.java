package dev.imagedb.thumbnail;

import dev.imagedb.fault.UserException;
import dev.imagedb.image.ImageDecoder;
import dev.imagedb.image.ImageEncoder;
import dev.imagedb.image.Interpolation;
import dev.imagedb.image.Resampler;
import dev.imagedb.image.RgbImage;
import dev.imagedb.image.Scale;
import dev.imagedb.image.UnreadableImageException;
import dev.imagedb.limit.TimeLimit;
import dev.imagedb.metadata.MetadataReader;
import dev.imagedb.photo.ContentHash;
import dev.imagedb.photo.Dimensions;
import dev.imagedb.photo.ImageFormat;
import dev.imagedb.photo.Orientation;
import dev.imagedb.photo.Photo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/// Thumbnails of the pictures of one database.
///
/// Each is made once, kept in a folder under the hash of its picture's bytes, and made again where
/// it is gone. Where nothing can be kept, each is made whenever it is asked for. Safe for many
/// threads, and for many processes with one folder; who asks waits for the work, but no longer than
/// indexing does.
public final class Thumbnails {
  /// Some 15,000 thumbnails.
  private static final long MOST_BYTES = 256L << 20;

  /// What a file may claim to hold that has changed since it was indexed.
  private static final long MOST_PIXELS = 200_000_000;

  /// A decoder shrinks by whole steps, coarsely; the rest is left to a finer filter.
  private static final Scale SUFFICIENT = new Scale.ShorterSideAtLeast(Thumbnail.LONGEST_SIDE);

  /// More than any page asks for at once.
  private static final int MOST_ASKERS = 64;

  private final ThumbnailCache cache;
  private final TimeLimit limit;
  private final MetadataReader metadata = new MetadataReader();

  /// @param folder to keep them in; made when there is something to keep
  public Thumbnails(Path folder) {
    this(
        new ThumbnailCache(folder, MOST_BYTES),
        new TimeLimit(TimeLimit.USUAL, MOST_ASKERS, () -> false));
  }

  Thumbnails(ThumbnailCache cache, TimeLimit limit) {
    this.cache = cache;
    this.limit = limit;
  }

  /// A picture's thumbnail: its longest side has [Thumbnail#LONGEST_SIDE] pixels, or as many as the
  /// picture itself where that is smaller.
  ///
  /// One that was kept is given even where its file is gone: its drive may be elsewhere. A file
  /// that has changed since it was indexed, and was not kept before, is shown as it is now.
  ///
  /// @return empty where the picture could not be read when it was indexed, or none was kept and
  ///   its file is gone or cannot be read any more, or not in time
  public Optional<Thumbnail> of(Photo photo) {
    if (!photo.readable()) {
      return Optional.empty();
    }
    Optional<Thumbnail> kept = cache.get(photo.sha256()).flatMap(Thumbnail::of);
    return kept.isPresent() ? kept : madeInTime(photo);
  }

  private Optional<Thumbnail> madeInTime(Photo photo) {
    try {
      return limit.within(() -> made(photo)).flatMap(made -> made);
    } catch (IOException | UserException | CancellationException _) {
      // The user's error is that too many hang already; a page without a picture says as much.
      return Optional.empty();
    }
  }

  private Optional<Thumbnail> made(Photo photo) throws IOException {
    try {
      Path file = photo.file().path();
      // A pipe that took the picture's name would never end.
      if (!Files.isRegularFile(file)) {
        return Optional.empty();
      }
      byte[] bytes = Files.readAllBytes(file);
      if (!ContentHash.of(bytes).equals(photo.sha256())) {
        return ofChanged(bytes, photo);
      }
      Dimensions known = photo.dimensions();
      long pixels = known == null ? MOST_PIXELS : Math.max(MOST_PIXELS, known.pixels());
      Orientation orientation = photo.metadata().orientation();
      Thumbnail thumbnail = make(bytes, photo.format(), orientation, pixels);
      cache.put(photo.sha256(), thumbnail.jpeg());
      return Optional.of(thumbnail);
    } catch (OutOfMemoryError | UnreadableImageException _) {
      return Optional.empty();
    }
  }

  private Optional<Thumbnail> ofChanged(byte[] bytes, Photo photo) throws UnreadableImageException {
    byte[] head = Arrays.copyOf(bytes, Math.min(bytes.length, ImageFormat.HEAD_LENGTH));
    Optional<ImageFormat> format = ImageFormat.of(head, photo.file().path());
    if (format.isEmpty()) {
      return Optional.empty();
    }
    Orientation orientation = metadata.read(bytes, format.get()).orientation();
    return Optional.of(make(bytes, format.get(), orientation, MOST_PIXELS));
  }

  private static Thumbnail make(
      byte[] bytes, ImageFormat format, Orientation orientation, long mostPixels)
      throws UnreadableImageException {
    RgbImage picture =
        new ImageDecoder(mostPixels).decode(bytes, format, orientation, SUFFICIENT).pixels();
    Dimensions size = picture.dimensions().within(Thumbnail.LONGEST_SIDE, Thumbnail.LONGEST_SIDE);
    RgbImage small = Resampler.resize(picture, size.width(), size.height(), Interpolation.BICUBIC);
    return new Thumbnail(ImageEncoder.jpeg(small), size);
  }
}
