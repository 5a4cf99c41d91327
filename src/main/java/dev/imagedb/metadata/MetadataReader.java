package dev.imagedb.metadata;

import dev.imagedb.photo.ImageFormat;
import dev.imagedb.photo.Metadata;
import java.util.List;

/// Reads what was written in a picture's file. Has no state: one reader serves all threads.
public final class MetadataReader {

  /// All that can be read from a picture's bytes.
  ///
  /// Never fails: damage costs its own tags and is told in [Metadata#damage]. Formats that carry no
  /// metadata that we know (PNM, TGA) give [Metadata#NONE]. Time and memory are bounded by the
  /// length of the bytes, whatever counts and lengths they claim.
  ///
  /// @param bytes the whole file; not changed
  /// @param format what its first bytes say it is
  public Metadata read(byte[] bytes, ImageFormat format) {
    Salvage salvage = BlockReader.read(bytes, format);
    Directories directories = salvage.directories();
    List<String> damage = salvage.damage();
    return new Metadata(
        CaptureTimes.from(directories),
        Cameras.from(directories),
        Exposures.from(directories),
        Places.from(directories),
        Descriptions.from(directories),
        Orientations.from(directories),
        TagList.of(directories),
        damage);
  }
}
