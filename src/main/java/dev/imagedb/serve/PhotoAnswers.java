package dev.imagedb.serve;

import dev.imagedb.image.ImageDecoder;
import dev.imagedb.image.ImageEncoder;
import dev.imagedb.image.RgbImage;
import dev.imagedb.image.Scale;
import dev.imagedb.image.UnreadableImageException;
import dev.imagedb.output.PhotoFields;
import dev.imagedb.photo.ImageFormat;
import dev.imagedb.photo.Orientation;
import dev.imagedb.photo.Photo;
import dev.imagedb.serve.Library.Visit;
import dev.imagedb.thumbnail.Thumbnail;
import dev.imagedb.thumbnail.Thumbnails;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.util.Optional;

/// Answers what is asked of one picture. Safe for use by many threads.
record PhotoAnswers(Library library, Thumbnails thumbnails) {
  /// The largest picture that is decoded, as `index` has it.
  static final long MOST_PIXELS = 200_000_000;

  /// All that is known of it, as `imagedb show --json` has it, and its `id`.
  Reply details(String id) {
    Photo photo = photo(id);
    return Reply.json(
        json -> {
          json.field("id", PhotoId.of(photo).toString());
          new PhotoFields(json).details(photo);
        });
  }

  /// A small JPEG of it.
  Reply thumbnail(String id) throws IOException {
    Photo photo = photo(id);
    if (!photo.readable()) {
      throw Refusal.of(404, "the picture cannot be read: " + photo.problem());
    }
    PictureFile.open(photo).channel().close();
    Thumbnail small =
        thumbnails
            .of(photo)
            .orElseThrow(() -> Refusal.of(404, "the picture cannot be read any more"));
    return Reply.ok("image/jpeg", small.jpeg()).keptForGood();
  }

  /// The picture itself, or where browsers do not know its format, a JPEG of it.
  Reply file(Request request, String id) throws IOException {
    Photo photo = photo(id);
    PictureFile file = PictureFile.open(photo);
    Optional<String> type = shownAs(file.format());
    Reply reply =
        type.isPresent()
            ? asItIs(request, file, type.get())
            : converted(file, photo.metadata().orientation());
    return reply.keptUnless(version(photo, file));
  }

  static Refusal noSuchPhoto(String id) {
    return Refusal.of(404, "there is no picture " + id);
  }

  private Photo photo(String id) {
    try (Visit visit = library.visit()) {
      return PhotoId.parse(id)
          .flatMap(known -> known.in(visit.photos()))
          .orElseThrow(() -> noSuchPhoto(id));
    }
  }

  /// Another one after each change that leaves a trace on the file.
  private static String version(Photo photo, PictureFile file) {
    return "%s-%x-%x".formatted(PhotoId.of(photo), file.size(), file.modified().toMillis());
  }

  /// The media type of what all present browsers show; empty for the others.
  private static Optional<String> shownAs(ImageFormat format) {
    return switch (format) {
      case JPEG -> Optional.of("image/jpeg");
      case PNG -> Optional.of("image/png");
      case GIF -> Optional.of("image/gif");
      case WEBP -> Optional.of("image/webp");
      case AVIF -> Optional.of("image/avif");
      case BMP -> Optional.of("image/bmp");
      case ICO -> Optional.of("image/x-icon");
      case TIFF, PSD, TGA, PNM, HEIC, JXL, RAW -> Optional.empty();
    };
  }

  private static Reply asItIs(Request request, PictureFile file, String type) {
    Optional<ByteRange> part =
        request.header("Range").flatMap(header -> ByteRange.parse(header, file.size()));
    ByteRange sent = part.orElseGet(() -> new ByteRange(0, file.size()));
    Reply reply =
        Reply.ok(type, new Reply.FilePart(file.channel(), sent.from(), sent.length()))
            .with("Accept-Ranges", "bytes");
    return part.isPresent()
        ? reply.withStatus(206).with("Content-Range", sent.of(file.size()))
        : reply;
  }

  private static Reply converted(PictureFile file, Orientation orientation) throws IOException {
    try (InputStream in = Channels.newInputStream(file.channel().position(0))) {
      RgbImage upright =
          new ImageDecoder(MOST_PIXELS)
              .decode(in.readAllBytes(), file.format(), orientation, new Scale.Full())
              .pixels();
      return Reply.ok("image/jpeg", ImageEncoder.jpeg(upright));
    } catch (UnreadableImageException e) {
      throw Refusal.of(415, "the picture cannot be shown: " + e.getMessage());
    }
  }
}
