package dev.imagedb.output;

import dev.imagedb.photo.Photo;
import dev.imagedb.store.Hit;
import dev.imagedb.store.HitList;
import java.util.stream.Stream;

/// One picture in what a command prints, with what the command knows about it.
public sealed interface Entry {

  Photo photo();

  /// A picture that a search found.
  ///
  /// @param fused whether its score is fused from the vector's and the text's
  record Found(Hit hit, boolean fused) implements Entry {
    @Override
    public Photo photo() {
      return hit.photo();
    }
  }

  /// A picture that is stored, as `list` shows it.
  record Listed(Photo photo) implements Entry {}

  /// What a search found, best first.
  static Stream<Entry> of(HitList list) {
    return list.hits().stream().map(hit -> new Found(hit, list.fused()));
  }

  /// Stored pictures, in their order.
  static Stream<Entry> of(Stream<Photo> photos) {
    return photos.map(Listed::new);
  }
}
