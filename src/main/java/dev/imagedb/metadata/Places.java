package dev.imagedb.metadata;

import com.drew.metadata.exif.GpsDirectory;
import dev.imagedb.photo.Place;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Where a picture was taken: EXIF's GPS directory, else XMP's properties of the same names.
///
/// A missing reference is read as north, east or above the sea, as ExifTool does. Zero degrees
/// north and east, to the last digit, is what receivers without a fix write, and no place.
final class Places {
  /// XMP's GPSCoordinate: `51,30.5N`, `51,30,30N` (XMP part 2, 2.6).
  private static final Pattern COORDINATE =
      Pattern.compile(
          "(\\d{1,3}),(\\d{1,2}(?:\\.\\d{1,15})?)(?:,(\\d{1,2}(?:\\.\\d{1,15})?))?([NSEW])");

  private Places() {}

  static @Nullable Place from(Directories directories) {
    return exif(directories).or(() -> xmp(directories.xmp())).orElse(null);
  }

  private static Optional<Place> exif(Directories directories) {
    return directories.of(GpsDirectory.class).flatMap(gps -> exif(gps).stream()).findFirst();
  }

  private static Optional<Place> exif(GpsDirectory gps) {
    Optional<Double> latitude =
        degrees(gps, GpsDirectory.TAG_LATITUDE, GpsDirectory.TAG_LATITUDE_REF, 'S');
    Optional<Double> longitude =
        degrees(gps, GpsDirectory.TAG_LONGITUDE, GpsDirectory.TAG_LONGITUDE_REF, 'W');
    return latitude.flatMap(
        north -> longitude.flatMap(east -> place(north, east, altitude(gps).orElse(null))));
  }

  /// Degrees, minutes and seconds as fractions; what is missing behind the degrees, or is a
  /// fraction over zero, counts nothing.
  private static Optional<Double> degrees(
      GpsDirectory gps, int tag, int referenceTag, char negative) {
    double[] parts = Directories.numbers(gps.getObject(tag));
    if (parts.length == 0 || !Double.isFinite(parts[0])) {
      return Optional.empty();
    }
    double degrees = parts[0] + part(parts, 1) / 60 + part(parts, 2) / 3600;
    return Optional.of(reference(gps, referenceTag) == negative ? -degrees : degrees);
  }

  private static double part(double[] parts, int index) {
    return index < parts.length && Double.isFinite(parts[index]) ? parts[index] : 0;
  }

  private static char reference(GpsDirectory gps, int tag) {
    String reference = gps.getString(tag);
    return reference == null || reference.isBlank()
        ? ' '
        : Character.toUpperCase(reference.strip().charAt(0));
  }

  /// GPSAltitudeRef is 1 below the sea (EXIF 2.32, table 66), and the digit in some files.
  private static Optional<Double> altitude(GpsDirectory gps) {
    boolean below =
        Stream.of(Directories.numbers(gps.getObject(GpsDirectory.TAG_ALTITUDE_REF)))
            .anyMatch(reference -> reference.length > 0 && reference[0] == 1);
    double[] metres = Directories.numbers(gps.getObject(GpsDirectory.TAG_ALTITUDE));
    return metres.length > 0 && Double.isFinite(metres[0])
        ? Optional.of(below ? -metres[0] : metres[0])
        : Optional.empty();
  }

  private static Optional<Place> xmp(XmpPackets xmp) {
    Optional<Double> latitude =
        xmp.text(XmpPackets.EXIF, "GPSLatitude").flatMap(Places::coordinate);
    Optional<Double> longitude =
        xmp.text(XmpPackets.EXIF, "GPSLongitude").flatMap(Places::coordinate);
    boolean below =
        xmp.number(XmpPackets.EXIF, "GPSAltitudeRef").filter(one -> one == 1).isPresent();
    Optional<Double> altitude =
        xmp.number(XmpPackets.EXIF, "GPSAltitude").map(metres -> below ? -metres : metres);
    return latitude.flatMap(
        north -> longitude.flatMap(east -> place(north, east, altitude.orElse(null))));
  }

  private static Optional<Double> coordinate(String text) {
    Matcher matcher = COORDINATE.matcher(text.strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String seconds = matcher.group(3);
    double degrees =
        Double.parseDouble(matcher.group(1))
            + Double.parseDouble(matcher.group(2)) / 60
            + (seconds == null ? 0 : Double.parseDouble(seconds) / 3600);
    return Optional.of("SW".contains(matcher.group(4)) ? -degrees : degrees);
  }

  private static Optional<Place> place(double north, double east, @Nullable Double altitude) {
    boolean noFix = north == 0 && east == 0;
    boolean onEarth = Math.abs(north) <= 90 && Math.abs(east) <= 180;
    return noFix || !onEarth ? Optional.empty() : Optional.of(new Place(north, east, altitude));
  }
}
