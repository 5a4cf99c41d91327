package dev.imagedb.metadata;

import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.PanasonicRawIFD0Directory;
import com.drew.metadata.exif.makernotes.CanonMakernoteDirectory;
import com.drew.metadata.exif.makernotes.OlympusEquipmentMakernoteDirectory;
import dev.imagedb.photo.Camera;
import java.util.Optional;

/// What a picture was taken with: EXIF's names, else XMP's. A lens is also looked for in the maker
/// notes that write its name out.
final class Cameras {
  private Cameras() {}

  static Camera from(Directories directories) {
    XmpPackets xmp = directories.xmp();
    return new Camera(
        directories
            .exifText(ExifDirectoryBase.TAG_MAKE)
            .or(
                () ->
                    directories.text(
                        PanasonicRawIFD0Directory.class, PanasonicRawIFD0Directory.TagMake))
            .or(() -> xmp.text(XmpPackets.TIFF, "Make"))
            .orElse(null),
        directories
            .exifText(ExifDirectoryBase.TAG_MODEL)
            .or(
                () ->
                    directories.text(
                        PanasonicRawIFD0Directory.class, PanasonicRawIFD0Directory.TagModel))
            .or(() -> xmp.text(XmpPackets.TIFF, "Model"))
            .orElse(null),
        lens(directories).orElse(null));
  }

  private static Optional<String> lens(Directories directories) {
    XmpPackets xmp = directories.xmp();
    return directories
        .exifText(ExifDirectoryBase.TAG_LENS_MODEL)
        .or(
            () ->
                directories.text(
                    CanonMakernoteDirectory.class, CanonMakernoteDirectory.TAG_LENS_MODEL))
        .or(
            () ->
                directories.text(
                    OlympusEquipmentMakernoteDirectory.class,
                    OlympusEquipmentMakernoteDirectory.TAG_LENS_MODEL))
        .or(() -> xmp.text(XmpPackets.AUX, "Lens"))
        .or(() -> xmp.text(XmpPackets.EXIF_EX, "LensModel"))
        .or(() -> directories.exifText(ExifDirectoryBase.TAG_LENS))
        .filter(name -> !name.matches("[-\\s]+"));
  }
}
