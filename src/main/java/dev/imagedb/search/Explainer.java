package dev.imagedb.search;

import dev.imagedb.search.Explanation.Part;
import dev.imagedb.store.Direction;
import dev.imagedb.store.Hit;
import dev.imagedb.store.HitList;
import dev.imagedb.store.PhotoReader;
import dev.imagedb.store.Plan;
import dev.imagedb.store.StoredPhoto;
import dev.imagedb.store.Words;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Says what hits' scores are made of. Off the hot path: it reads each hit's vector again.
///
/// @param vectors of the query's likenesses
record Explainer(PhotoReader photos, Query query, List<float[]> vectors, Plan plan) {

  /// One explanation for each hit.
  List<Explanation> explain(HitList found) {
    Double leastRelevant = found.relevance() == null ? null : found.relevance().cutoff();
    return found.hits().stream()
        .map(hit -> new Explanation(parts(hit), vectorWeight(), textWeight(), leastRelevant))
        .toList();
  }

  private List<Part> parts(Hit hit) {
    Optional<float[]> own = photos.stored(hit.photo().file().path()).map(StoredPhoto::vector);
    return IntStream.range(0, vectors.size())
        .mapToObj(
            i -> {
              Likeness part = query.likenesses().get(i);
              Double cosine = own.map(vector -> dot(vector, vectors.get(i))).orElse(null);
              return new Part(part.typed(), part.weight(), cosine);
            })
        .toList();
  }

  private @Nullable Double vectorWeight() {
    Direction direction = plan.vector();
    return direction == null ? null : direction.weight();
  }

  private @Nullable Double textWeight() {
    return plan.texts().isEmpty()
        ? null
        : plan.texts().stream().mapToDouble(Words::weight).max().getAsDouble();
  }

  private static double dot(float[] one, float[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += (double) one[i] * other[i];
    }
    return sum;
  }
}
