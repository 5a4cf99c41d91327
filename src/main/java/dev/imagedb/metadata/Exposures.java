package dev.imagedb.metadata;

import com.drew.metadata.exif.ExifDirectoryBase;
import dev.imagedb.photo.Exposure;
import java.util.Optional;

/// How a picture was exposed. EXIF's plain numbers come first, then XMP's, then APEX values (EXIF
/// 2.32, annex C); only a [KodakNote] is believed before them.
final class Exposures {
  private Exposures() {}

  static Exposure from(Directories directories) {
    return new Exposure(
        Sensitivities.from(directories),
        aperture(directories).orElse(null),
        seconds(directories).orElse(null),
        focalLength(directories).orElse(null));
  }

  /// FNumber (0x829D), else ApertureValue (0x9202): f = 2^(v/2).
  private static Optional<Double> aperture(Directories directories) {
    return KodakNote.from(directories)
        .map(KodakNote::aperture)
        .or(() -> directories.exifNumber(ExifDirectoryBase.TAG_FNUMBER))
        .or(() -> directories.xmp().number(XmpPackets.EXIF, "FNumber"))
        .filter(aperture -> aperture > 0)
        .or(
            () ->
                directories.exifNumber(ExifDirectoryBase.TAG_APERTURE).map(Exposures::apexAperture))
        .or(
            () ->
                directories
                    .xmp()
                    .number(XmpPackets.EXIF, "ApertureValue")
                    .map(Exposures::apexAperture))
        .filter(Double::isFinite);
  }

  /// ExposureTime (0x829A), else ShutterSpeedValue (0x9201): t = 2^-v.
  private static Optional<Double> seconds(Directories directories) {
    return KodakNote.from(directories)
        .map(KodakNote::seconds)
        .or(() -> directories.exifNumber(ExifDirectoryBase.TAG_EXPOSURE_TIME))
        .or(() -> directories.xmp().number(XmpPackets.EXIF, "ExposureTime"))
        .filter(seconds -> seconds > 0)
        .or(
            () ->
                directories
                    .exifNumber(ExifDirectoryBase.TAG_SHUTTER_SPEED)
                    .map(Exposures::apexTime))
        .or(
            () ->
                directories
                    .xmp()
                    .number(XmpPackets.EXIF, "ShutterSpeedValue")
                    .map(Exposures::apexTime))
        .filter(Double::isFinite);
  }

  private static Optional<Double> focalLength(Directories directories) {
    return directories
        .exifNumber(ExifDirectoryBase.TAG_FOCAL_LENGTH)
        .or(() -> directories.xmp().number(XmpPackets.EXIF, "FocalLength"))
        .filter(millimetres -> millimetres > 0);
  }

  private static double apexAperture(double value) {
    return Math.pow(2, value / 2);
  }

  private static double apexTime(double value) {
    return Math.pow(2, -value);
  }
}
