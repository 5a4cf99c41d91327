package dev.imagedb.output;

import dev.imagedb.photo.Camera;
import dev.imagedb.photo.CaptureTime;
import dev.imagedb.photo.Description;
import dev.imagedb.photo.Dimensions;
import dev.imagedb.photo.Exposure;
import dev.imagedb.photo.Metadata;
import dev.imagedb.photo.Photo;
import dev.imagedb.photo.Place;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What has a meaning for us of what is known of a picture, in groups.
public final class PhotoFacts {
  private static final double MEGA = 1e6;

  private PhotoFacts() {}

  /// The file, when and where it was taken, with which camera, what was written about it, and what
  /// of that could not be read.
  public static FactSheet of(Photo photo, Console console) {
    Metadata metadata = photo.metadata();
    FactSheet sheet = new FactSheet(console);
    addFile(sheet, photo);
    addTaken(sheet, metadata.taken(), metadata.place());
    addCamera(sheet, metadata.camera(), metadata.exposure());
    addDescription(sheet, metadata.description());
    sheet.group("labels").facts("", photo.labels());
    return sheet.group("damage").facts("", metadata.damage());
  }

  private static void addFile(FactSheet sheet, Photo photo) {
    Dimensions dimensions = photo.dimensions();
    long size = photo.file().size();
    sheet
        .group(photo.file().path().toString())
        .fact("unreadable", photo.problem())
        .fact("format", PhotoFields.formatName(photo.format()))
        .fact("dimensions", dimensions == null ? null : words(dimensions))
        .fact("orientation", orientation(photo.metadata()))
        .fact("file size", Quantities.bytes(size))
        .fact("modified", photo.file().modified().toString())
        .fact("sha256", photo.sha256());
  }

  private static void addTaken(
      FactSheet sheet, @Nullable CaptureTime taken, @Nullable Place place) {
    sheet.group("taken").fact("at", taken == null ? null : taken.iso());
    if (place != null) {
      Double altitude = place.altitude();
      sheet
          .fact("where", degrees(place.latitude()) + ", " + degrees(place.longitude()))
          .fact("altitude", altitude == null ? null : Quantities.decimal(altitude) + " m");
    }
  }

  private static void addCamera(FactSheet sheet, Camera camera, Exposure exposure) {
    Double aperture = exposure.aperture();
    Double seconds = exposure.seconds();
    Double focal = exposure.focalLength();
    sheet
        .group("camera")
        .fact("make", camera.make())
        .fact("model", camera.model())
        .fact("lens", camera.lens())
        .fact("iso", exposure.iso() == null ? null : exposure.iso().toString())
        .fact("aperture", aperture == null ? null : "f/" + Quantities.decimal(aperture))
        .fact("exposure", seconds == null ? null : Quantities.exposure(seconds))
        .fact("focal length", focal == null ? null : Quantities.decimal(focal) + " mm");
  }

  private static void addDescription(FactSheet sheet, Description description) {
    sheet
        .group("description")
        .fact("title", description.title())
        .fact("caption", description.caption())
        .fact("keywords", String.join(", ", description.keywords()))
        .fact("rating", description.rating() == null ? null : description.rating().toString())
        .fact("comment", description.comment())
        .fact("artist", description.artist())
        .fact("copyright", description.copyright())
        .fact("software", description.software());
  }

  private static String words(Dimensions dimensions) {
    return String.format(
        Locale.ROOT,
        "%d x %d (%.1f megapixels)",
        dimensions.width(),
        dimensions.height(),
        dimensions.pixels() / MEGA);
  }

  private static @Nullable String orientation(Metadata metadata) {
    return switch (metadata.orientation()) {
      case UPRIGHT -> null;
      case FLIPPED_HORIZONTALLY -> "stored flipped horizontally";
      case UPSIDE_DOWN -> "stored upside down";
      case FLIPPED_VERTICALLY -> "stored flipped vertically";
      case TRANSPOSED -> "stored transposed";
      case TURN_RIGHT -> "stored turned to the left";
      case TRANSVERSED -> "stored transversed";
      case TURN_LEFT -> "stored turned to the right";
    };
  }

  /// Six decimals: ten centimetres.
  private static String degrees(double angle) {
    return BigDecimal.valueOf(angle)
        .setScale(6, RoundingMode.HALF_EVEN)
        .stripTrailingZeros()
        .toPlainString();
  }
}
