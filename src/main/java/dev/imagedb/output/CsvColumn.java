package dev.imagedb.output;

import static dev.imagedb.output.PhotoFields.DEGREE_DIGITS;
import static dev.imagedb.output.PhotoFields.METADATA_DIGITS;
import static dev.imagedb.output.PhotoFields.SCORE_DIGITS;

import dev.imagedb.photo.CaptureTime;
import dev.imagedb.photo.Description;
import dev.imagedb.photo.Dimensions;
import dev.imagedb.photo.Metadata;
import dev.imagedb.photo.Photo;
import dev.imagedb.photo.Place;
import dev.imagedb.search.Explanation;
import dev.imagedb.store.Hit;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A column of a table of pictures for spreadsheets, and what stands in it.
record CsvColumn(String title, Function<Entry, @Nullable Object> value) {
  static final List<CsvColumn> ALL =
      List.of(
          ofHit("rank", Hit::rank),
          ofHit("score", hit -> hit.isScored() ? rounded(hit.score(), SCORE_DIGITS) : null),
          ofHit("vector", hit -> rounded(hit.cosine(), SCORE_DIGITS)),
          ofHit("text", hit -> rounded(hit.bm25(), SCORE_DIGITS)),
          ofPhoto("path", photo -> photo.file().path()),
          ofDimensions("width", Dimensions::width),
          ofDimensions("height", Dimensions::height),
          ofPhoto("size", photo -> photo.file().size()),
          ofPhoto("mtime", photo -> photo.file().modified()),
          ofPhoto("format", photo -> PhotoFields.formatName(photo.format())),
          ofMetadata("taken", metadata -> iso(metadata.taken())),
          ofMetadata("make", metadata -> metadata.camera().make()),
          ofMetadata("camera", metadata -> metadata.camera().model()),
          ofMetadata("lens", metadata -> metadata.camera().lens()),
          ofMetadata("iso", metadata -> metadata.exposure().iso()),
          ofMetadata(
              "aperture", metadata -> rounded(metadata.exposure().aperture(), METADATA_DIGITS)),
          ofMetadata(
              "exposure", metadata -> rounded(metadata.exposure().seconds(), METADATA_DIGITS)),
          ofMetadata(
              "focal", metadata -> rounded(metadata.exposure().focalLength(), METADATA_DIGITS)),
          ofPlace("lat", place -> rounded(place.latitude(), DEGREE_DIGITS)),
          ofPlace("lon", place -> rounded(place.longitude(), DEGREE_DIGITS)),
          ofPlace("altitude", place -> rounded(place.altitude(), METADATA_DIGITS)),
          ofDescription("title", Description::title),
          ofDescription("caption", Description::caption),
          ofDescription("keywords", description -> String.join("; ", description.keywords())),
          ofPhoto("labels", photo -> String.join("; ", photo.labels())),
          ofDescription("rating", Description::rating),
          ofDescription("comment", Description::comment),
          ofDescription("artist", Description::artist),
          ofDescription("copyright", Description::copyright),
          ofDescription("software", Description::software),
          ofPhoto("error", Photo::problem));

  private static CsvColumn ofHit(String title, Function<Hit, @Nullable Object> value) {
    return new CsvColumn(
        title,
        entry ->
            switch (entry) {
              case Entry.Found(Hit hit, boolean _, Explanation _) -> value.apply(hit);
              case Entry.Listed _ -> null;
            });
  }

  private static CsvColumn ofPhoto(String title, Function<Photo, @Nullable Object> value) {
    return new CsvColumn(title, entry -> value.apply(entry.photo()));
  }

  private static CsvColumn ofDimensions(String title, Function<Dimensions, Object> value) {
    return ofPhoto(
        title,
        photo -> {
          Dimensions dimensions = photo.dimensions();
          return dimensions == null ? null : value.apply(dimensions);
        });
  }

  private static CsvColumn ofMetadata(String title, Function<Metadata, @Nullable Object> value) {
    return ofPhoto(title, photo -> value.apply(photo.metadata()));
  }

  private static CsvColumn ofPlace(String title, Function<Place, @Nullable Object> value) {
    return ofMetadata(
        title,
        metadata -> {
          Place place = metadata.place();
          return place == null ? null : value.apply(place);
        });
  }

  private static CsvColumn ofDescription(
      String title, Function<Description, @Nullable Object> value) {
    return ofMetadata(title, metadata -> value.apply(metadata.description()));
  }

  private static @Nullable String iso(@Nullable CaptureTime taken) {
    return taken == null ? null : taken.iso();
  }

  private static @Nullable BigDecimal rounded(@Nullable Double value, int digits) {
    return value == null ? null : Quantities.rounded(value, digits);
  }
}
