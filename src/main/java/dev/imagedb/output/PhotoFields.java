package dev.imagedb.output;

import dev.imagedb.photo.Camera;
import dev.imagedb.photo.Description;
import dev.imagedb.photo.Dimensions;
import dev.imagedb.photo.Exposure;
import dev.imagedb.photo.FileFacts;
import dev.imagedb.photo.ImageFormat;
import dev.imagedb.photo.Metadata;
import dev.imagedb.photo.Photo;
import dev.imagedb.photo.Place;
import dev.imagedb.photo.Tag;
import dev.imagedb.search.Explanation;
import dev.imagedb.search.Explanation.Part;
import dev.imagedb.store.Hit;
import dev.imagedb.store.Hit.Standing;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The fields of a picture in JSON: the same names in every command.
public final class PhotoFields {
  /// Enough to tell any two scores apart that differ in meaning.
  static final int SCORE_DIGITS = 6;

  /// More than cameras write.
  static final int METADATA_DIGITS = 8;

  /// A centimetre on the ground, at any longitude.
  static final int DEGREE_DIGITS = 10;

  private final Json json;

  public PhotoFields(Json json) {
    this.json = json;
  }

  /// A whole object.
  void entry(Entry entry) {
    json.object(() -> fields(entry));
  }

  /// The fields of a picture and of how it was found, without the braces.
  public void fields(Entry entry) {
    standing(entry);
    photo(entry.photo());
  }

  /// All that is known of a picture, without the braces: the fields that every command prints, then
  /// `sha256`, `orientation` (the tag's value, 1 to 8), `damage` (words) and `tags` (group, name,
  /// value).
  public void details(Photo photo) {
    Metadata metadata = photo.metadata();
    photo(photo);
    json.field("sha256", photo.sha256())
        .field("orientation", metadata.orientation().tag())
        .strings("damage", metadata.damage())
        .array("tags", () -> metadata.tags().forEach(this::tag));
  }

  /// The fields that every command prints, without the braces.
  void photo(Photo photo) {
    Metadata metadata = photo.metadata();
    file(photo.file(), photo.dimensions(), photo.format());
    json.field("taken", metadata.taken() == null ? null : metadata.taken().iso());
    camera(metadata.camera());
    exposure(metadata.exposure());
    place(metadata.place());
    description(metadata.description());
    if (!photo.labels().isEmpty()) {
      json.strings("labels", photo.labels());
    }
    json.field("error", photo.problem());
  }

  static String formatName(ImageFormat format) {
    return format.name().toLowerCase(Locale.ROOT);
  }

  private void tag(Tag tag) {
    json.object(
        () ->
            json.field("group", tag.group()).field("name", tag.name()).field("value", tag.value()));
  }

  private void standing(Entry entry) {
    switch (entry) {
      case Entry.Listed _ -> {}
      case Entry.Found(Hit hit, boolean fused, Explanation explanation) -> {
        json.field("rank", hit.rank())
            .field("score", hit.isScored() ? hit.score() : null, SCORE_DIGITS);
        if (fused) {
          json.object("scores", () -> parts(hit));
        }
        if (explanation != null) {
          json.object("explain", () -> explain(hit, explanation));
        }
      }
    }
  }

  private void explain(Hit hit, Explanation explanation) {
    standing("vector", hit.vector(), explanation.vectorWeight());
    standing("text", hit.text(), explanation.textWeight());
    if (!explanation.parts().isEmpty()) {
      json.array("parts", () -> explanation.parts().forEach(this::part));
    }
    json.field("probability", hit.probability(), SCORE_DIGITS)
        .field("leastRelevant", explanation.leastRelevant(), SCORE_DIGITS);
  }

  private void standing(String name, @Nullable Standing standing, @Nullable Double weight) {
    if (standing != null) {
      json.object(
          name,
          () ->
              json.field("score", standing.score(), SCORE_DIGITS)
                  .field("rank", standing.rank())
                  .field("weight", weight, SCORE_DIGITS));
    }
  }

  private void part(Part part) {
    json.object(
        () ->
            json.field("asked", part.typed())
                .field("weight", part.weight(), SCORE_DIGITS)
                .field("score", part.cosine(), SCORE_DIGITS));
  }

  private void parts(Hit hit) {
    json.field("vector", hit.cosine(), SCORE_DIGITS).field("text", hit.bm25(), SCORE_DIGITS);
  }

  private void file(FileFacts file, @Nullable Dimensions dimensions, ImageFormat format) {
    json.field("path", file.path().toString());
    if (dimensions != null) {
      json.field("width", dimensions.width()).field("height", dimensions.height());
    }
    json.field("size", file.size())
        .field("mtime", file.modified().toString())
        .field("format", formatName(format));
  }

  private void camera(Camera camera) {
    json.field("make", camera.make()).field("camera", camera.model()).field("lens", camera.lens());
  }

  private void exposure(Exposure exposure) {
    json.field("iso", exposure.iso())
        .field("aperture", exposure.aperture(), METADATA_DIGITS)
        .field("exposure", exposure.seconds(), METADATA_DIGITS)
        .field("focal", exposure.focalLength(), METADATA_DIGITS);
  }

  private void place(@Nullable Place place) {
    if (place != null) {
      json.object(
          "gps",
          () ->
              json.field("lat", place.latitude(), DEGREE_DIGITS)
                  .field("lon", place.longitude(), DEGREE_DIGITS)
                  .field("altitude", place.altitude(), METADATA_DIGITS));
    }
  }

  private void description(Description description) {
    json.field("title", description.title()).field("caption", description.caption());
    if (!description.keywords().isEmpty()) {
      json.strings("keywords", description.keywords());
    }
    json.field("rating", description.rating())
        .field("comment", description.comment())
        .field("artist", description.artist())
        .field("copyright", description.copyright())
        .field("software", description.software());
  }
}
