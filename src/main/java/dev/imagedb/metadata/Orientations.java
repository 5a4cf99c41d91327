package dev.imagedb.metadata;

import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.ExifIFD0Directory;
import dev.imagedb.photo.Orientation;

/// How a picture must be turned: EXIF Orientation (0x0112) of the main picture, else XMP's.
final class Orientations {
  private Orientations() {}

  static Orientation from(Directories directories) {
    return directories
        .number(ExifIFD0Directory.class, ExifDirectoryBase.TAG_ORIENTATION)
        .or(() -> directories.xmp().number(XmpPackets.TIFF, "Orientation"))
        .flatMap(tag -> Orientation.ofTag(tag.intValue()))
        .orElse(Orientation.UPRIGHT);
  }
}
