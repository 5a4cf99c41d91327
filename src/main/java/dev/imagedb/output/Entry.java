package dev.imagedb.output;

import dev.imagedb.photo.Photo;
import dev.imagedb.search.Answer;
import dev.imagedb.search.Explanation;
import dev.imagedb.store.Hit;
import dev.imagedb.store.HitList;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One picture in what a command prints, with what the command knows about it.
public sealed interface Entry {

  Photo photo();

  /// A picture that a search found.
  ///
  /// @param fused whether its score is fused from the vector's and the text's
  /// @param explanation what its score is made of; null where nobody asked
  record Found(Hit hit, boolean fused, @Nullable Explanation explanation) implements Entry {
    Found(Hit hit, boolean fused) {
      this(hit, fused, null);
    }

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

  /// What a search found, with what was said about it.
  static Stream<Entry> of(Answer answer) {
    HitList list = answer.hits();
    return answer.explanations().isEmpty()
        ? of(list)
        : IntStream.range(0, list.hits().size())
            .mapToObj(
                i -> new Found(list.hits().get(i), list.fused(), answer.explanations().get(i)));
  }

  /// Stored pictures, in their order.
  static Stream<Entry> of(Stream<Photo> photos) {
    return photos.map(Listed::new);
  }
}
