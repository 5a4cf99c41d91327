package dev.imagedb.metadata;

import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.PanasonicRawIFD0Directory;
import com.drew.metadata.exif.makernotes.CanonMakernoteDirectory;
import com.drew.metadata.exif.makernotes.CasioType1MakernoteDirectory;
import com.drew.metadata.exif.makernotes.CasioType2MakernoteDirectory;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A picture's ISO sensitivity: EXIF PhotographicSensitivity (0x8827), else the tags of EXIF 2.3
/// beside it, else XMP, else the maker notes of cameras that wrote it nowhere else.
///
/// Taken as written, as ExifTool does: a camera that says 0 or 65535 is not contradicted.
final class Sensitivities {
  private static final int CANON_NO_SETTING = 0x7FFF;
  private static final double LOWEST_CANON_BASE = 100 / 32.0;
  private static final int CANON_PLAIN_NUMBER = 0x4000;

  private Sensitivities() {}

  static @Nullable Integer from(Directories directories) {
    return directories
        .exifNumber(ExifDirectoryBase.TAG_ISO_EQUIVALENT)
        .or(() -> directories.exifNumber(ExifDirectoryBase.TAG_ISO_SPEED))
        .or(() -> directories.exifNumber(ExifDirectoryBase.TAG_RECOMMENDED_EXPOSURE_INDEX))
        .or(() -> directories.exifNumber(ExifDirectoryBase.TAG_STANDARD_OUTPUT_SENSITIVITY))
        .or(
            () ->
                directories.number(
                    PanasonicRawIFD0Directory.class, PanasonicRawIFD0Directory.TagIso))
        .or(() -> directories.xmp().number(XmpPackets.EXIF, "ISOSpeedRatings"))
        .or(() -> directories.xmp().number(XmpPackets.EXIF_EX, "PhotographicSensitivity"))
        .or(() -> makerNotes(directories))
        .filter(iso -> iso >= 0 && iso <= Integer.MAX_VALUE)
        .map(iso -> Math.toIntExact(Math.round(iso)))
        .orElse(null);
  }

  private static Optional<Double> makerNotes(Directories directories) {
    return canonSetting(directories)
        .or(() -> canonShot(directories))
        .or(() -> KodakNote.from(directories).map(KodakNote::iso))
        .or(
            () ->
                directories.number(
                    CasioType1MakernoteDirectory.class,
                    CasioType1MakernoteDirectory.TAG_CCD_SENSITIVITY))
        .or(
            () ->
                directories.number(
                    CasioType2MakernoteDirectory.class,
                    CasioType2MakernoteDirectory.TAG_CCD_ISO_SENSITIVITY));
  }

  /// Canon's camera settings, index 16: a few fixed steps (ISO 50 is 16), or the number itself with
  /// a flag (ExifTool, Canon.pm, CameraISO).
  private static Optional<Double> canonSetting(Directories directories) {
    return directories
        .number(CanonMakernoteDirectory.class, CanonMakernoteDirectory.CameraSettings.TAG_ISO)
        .map(Double::intValue)
        .filter(setting -> setting != CANON_NO_SETTING)
        .flatMap(
            setting ->
                (setting & CANON_PLAIN_NUMBER) != 0
                    ? Optional.of((double) (setting & ~CANON_PLAIN_NUMBER))
                    : Optional.of(50 * Math.pow(2, setting - 16))
                        .filter(_ -> isCanonStep(setting)));
  }

  private static boolean isCanonStep(int setting) {
    return setting >= 16 && setting <= 20;
  }

  /// Canon's shot information: the base sensitivity, and what the automatic made of it in per cent,
  /// both as powers of two in steps of 1/32 (ExifTool, Canon.pm, BaseISO and AutoISO).
  private static Optional<Double> canonShot(Directories directories) {
    Optional<Double> base =
        shot(directories, CanonMakernoteDirectory.ShotInfo.TAG_BASE_ISO).filter(step -> step != 0);
    Optional<Double> auto = shot(directories, CanonMakernoteDirectory.ShotInfo.TAG_AUTO_ISO);
    return base.flatMap(
        step -> auto.map(gain -> Math.pow(2, (step + gain) / 32) * LOWEST_CANON_BASE));
  }

  private static Optional<Double> shot(Directories directories, int tag) {
    return directories.number(CanonMakernoteDirectory.class, tag);
  }
}
