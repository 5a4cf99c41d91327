package dev.imagedb.output.gallery;

import dev.imagedb.output.Entry;
import dev.imagedb.thumbnail.Thumbnail;
import dev.imagedb.thumbnail.Thumbnails;
import java.util.List;
import java.util.Optional;
import java.util.stream.Gatherers;
import java.util.stream.Stream;

/// A picture to be shown.
///
/// @param thumbnail empty where there is none to be had
public record Exhibit(Entry entry, Optional<Thumbnail> thumbnail) {

  /// All pictures, in their order; thumbnails are made on all cores. Closes the stream.
  public static List<Exhibit> all(Stream<Entry> entries, Thumbnails thumbnails) {
    int cores = Runtime.getRuntime().availableProcessors();
    try (entries) {
      return entries
          .gather(
              Gatherers.mapConcurrent(
                  cores, entry -> new Exhibit(entry, thumbnails.of(entry.photo()))))
          .toList();
    }
  }
}
