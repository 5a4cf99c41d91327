package dev.imagedb.search;

import dev.imagedb.embed.Embedder;
import dev.imagedb.fault.UserException;
import dev.imagedb.image.DecodedImage;
import dev.imagedb.image.ImageDecoder;
import dev.imagedb.image.Scale;
import dev.imagedb.image.UnreadableImageException;
import dev.imagedb.metadata.MetadataReader;
import dev.imagedb.photo.ImageFormat;
import dev.imagedb.photo.Orientation;
import dev.imagedb.source.PictureSource;
import dev.imagedb.source.SourceReader;
import java.util.Arrays;
import java.util.List;

/// A picture from outside the database, made into a vector in the same way as those inside.
public final class PictureQuery {
  private final SourceReader sources;
  private final ImageDecoder decoder;
  private final boolean fullDecode;
  private final MetadataReader metadata = new MetadataReader();

  public PictureQuery(SourceReader sources, ImageDecoder decoder, boolean fullDecode) {
    this.sources = sources;
    this.decoder = decoder;
    this.fullDecode = fullDecode;
  }

  /// The unit vector of a picture.
  ///
  /// @throws UserException where it cannot be had, or it is no picture that can be read
  public float[] embed(PictureSource source, Embedder embedder) {
    byte[] bytes = sources.read(source);
    byte[] head = Arrays.copyOf(bytes, Math.min(bytes.length, ImageFormat.HEAD_LENGTH));
    ImageFormat format =
        ImageFormat.of(head, source.extension())
            .orElseThrow(() -> new IllegalStateException("read as a picture: " + source));
    Orientation orientation = metadata.read(bytes, format).orientation();
    Scale scale = fullDecode ? new Scale.Full() : embedder.sufficientScale();
    try {
      DecodedImage image = decoder.decode(bytes, format, orientation, scale);
      return embedder.embedImages(List.of(embedder.prepare(image.pixels())))[0];
    } catch (UnreadableImageException e) {
      throw source.unusable(String.valueOf(e.getMessage()), e);
    }
  }
}
