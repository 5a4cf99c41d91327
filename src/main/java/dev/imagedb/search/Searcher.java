package dev.imagedb.search;

import dev.imagedb.embed.Embedder;
import dev.imagedb.fault.UserException;
import dev.imagedb.photo.VectorSpace;
import dev.imagedb.store.HitList;
import dev.imagedb.store.PhotoReader;
import dev.imagedb.store.Plan;
import dev.imagedb.store.StoreStatus;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Answers queries from a database.
///
/// arguments → [Query] → embed what must be embedded → [Plan] → store → hits.
public final class Searcher {
  private final PhotoReader photos;
  private final Supplier<Embedder> embedder;
  private final PictureQuery pictures;

  /// A searcher.
  ///
  /// @param embedder of the database's own space; asked for only where a query needs it
  public Searcher(PhotoReader photos, Supplier<Embedder> embedder, PictureQuery pictures) {
    this.photos = photos;
    this.embedder = embedder;
    this.pictures = pictures;
  }

  /// The best hits for a query.
  ///
  /// @throws UserException where a picture of the query cannot be read, or the embedder is of
  ///   another space than the database
  public HitList search(Query query) {
    return photos.search(
        new Plan(
            vector(query),
            query.texts().isEmpty() ? null : String.join(" ", query.texts()),
            query.limit(),
            query.minScore(),
            query.exact()));
  }

  private float @Nullable [] vector(Query query) {
    if (!query.hasVector()) {
      return null;
    }
    if (query.needsModel()) {
      requireSpaceOf(photos.status(), embedder.get().space());
    }
    return new QueryVector(photos, embedder, pictures).of(query.likenesses());
  }

  private static void requireSpaceOf(StoreStatus database, VectorSpace space) {
    VectorSpace stored = database.space();
    if (stored != null && !stored.comparableTo(space)) {
      throw UserException.failed(
          "the database %s holds vectors of the model %s (%s), not of %s (%s)"
              .formatted(
                  database.location(),
                  stored.model(),
                  stored.preprocessing(),
                  space.model(),
                  space.preprocessing()),
          "leave out --model, or make all vectors anew: imagedb index --force --model "
              + space.model());
    }
  }
}
