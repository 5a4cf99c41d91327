package dev.imagedb.store.lucene;

import static java.util.stream.Collectors.joining;

import dev.imagedb.photo.Metadata;
import dev.imagedb.photo.Place;
import dev.imagedb.photo.Tag;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Where a picture was taken, as it can be counted: the city and the country that somebody wrote
/// into it (IPTC 2:90 and 2:101, or XMP's photoshop:City and photoshop:Country), else the cell of a
/// tenth of a degree that its GPS position lies in.
final class PlaceNames {
  private static final List<String> CITY = List.of("City", "photoshop:City");
  private static final List<String> COUNTRY =
      List.of("Country/Primary Location Name", "photoshop:Country");

  private PlaceNames() {}

  static Optional<String> of(Metadata metadata) {
    String written =
        Stream.of(CITY, COUNTRY)
            .flatMap(names -> value(metadata.tags(), names).stream())
            .collect(joining(", "));
    return written.isEmpty()
        ? Optional.ofNullable(metadata.place()).map(PlaceNames::cell)
        : Optional.of(written);
  }

  private static Optional<String> value(List<Tag> tags, List<String> names) {
    return tags.stream()
        .filter(tag -> names.contains(tag.name()) && !tag.value().isBlank())
        .map(tag -> tag.value().strip())
        .findFirst();
  }

  /// `48.8 N 2.3 E`, the corner that is nearest to the equator and to Greenwich.
  private static String cell(Place place) {
    return "%s %s %s %s"
        .formatted(
            tenths(place.latitude()),
            place.latitude() < 0 ? "S" : "N",
            tenths(place.longitude()),
            place.longitude() < 0 ? "W" : "E");
  }

  private static String tenths(double degrees) {
    return String.format(Locale.ROOT, "%.1f", Math.floor(Math.abs(degrees) * 10) / 10);
  }
}
