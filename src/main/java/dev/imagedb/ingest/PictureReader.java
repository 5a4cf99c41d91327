package dev.imagedb.ingest;

import dev.imagedb.embed.Embedder;
import dev.imagedb.image.DecodedImage;
import dev.imagedb.image.ImageDecoder;
import dev.imagedb.image.PerceptualHasher;
import dev.imagedb.image.RgbImage;
import dev.imagedb.image.Scale;
import dev.imagedb.image.UnreadableImageException;
import dev.imagedb.metadata.MetadataReader;
import dev.imagedb.photo.FileFacts;
import dev.imagedb.photo.ImageFormat;
import dev.imagedb.photo.Metadata;
import dev.imagedb.photo.PerceptualHash;
import dev.imagedb.photo.Photo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A file's bytes to a picture that is ready for the model. Safe for use by many threads.
final class PictureReader {

  /// What came of a file.
  ///
  /// @param square what the model sees; null where the picture could not be decoded
  record Reading(Photo photo, @Nullable RgbImage square) {
    /// A picture that could not be decoded.
    static Reading failed(FileFacts file, String sha256, ImageFormat format, String problem) {
      return failed(file, sha256, format, Metadata.NONE, problem);
    }

    private static Reading failed(
        FileFacts file, String sha256, ImageFormat format, Metadata written, String problem) {
      Photo photo = new Photo(file, sha256, format, null, written, null, List.of(), problem);
      return new Reading(photo, null);
    }

    /// The same, with labels; what cannot be seen has none.
    Reading labelled(List<String> labels) {
      return square == null ? this : new Reading(photo.labelled(labels), square);
    }
  }

  private final MetadataReader metadata;
  private final ImageDecoder decoder;
  private final Embedder embedder;
  private final Scale scale;

  PictureReader(ImageDecoder decoder, Embedder embedder, boolean fullDecode) {
    this.metadata = new MetadataReader();
    this.decoder = decoder;
    this.embedder = embedder;
    this.scale = fullDecode ? new Scale.Full() : embedder.sufficientScale();
  }

  /// Reads metadata, decodes, turns upright, and brings the picture to the model's size.
  Reading read(FileFacts file, byte[] bytes, String sha256, ImageFormat format) {
    Metadata written = metadata.read(bytes, format);
    try {
      DecodedImage image = decoder.decode(bytes, format, written.orientation(), scale);
      PerceptualHash look = PerceptualHasher.hash(image.pixels());
      Photo photo =
          new Photo(file, sha256, format, image.dimensions(), written, look, List.of(), null);
      return new Reading(photo, embedder.prepare(image.pixels()));
    } catch (UnreadableImageException e) {
      return Reading.failed(file, sha256, format, written, String.valueOf(e.getMessage()));
    } catch (OutOfMemoryError _) {
      return Reading.failed(file, sha256, format, written, ImageDecoder.TOO_LARGE);
    }
  }
}
