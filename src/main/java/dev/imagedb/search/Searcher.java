package dev.imagedb.search;

import dev.imagedb.embed.Embedder;
import dev.imagedb.fault.UserException;
import dev.imagedb.photo.VectorSpace;
import dev.imagedb.store.Direction;
import dev.imagedb.store.Facet;
import dev.imagedb.store.FacetCounts;
import dev.imagedb.store.HitList;
import dev.imagedb.store.Page;
import dev.imagedb.store.PhotoReader;
import dev.imagedb.store.Plan;
import dev.imagedb.store.Selection;
import java.util.List;
import java.util.function.Supplier;

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
    return photos.search(plan(query, vectors(query)));
  }

  /// The best hits for a query, and what there is to say about them.
  ///
  /// @throws UserException as for [#search], and where the query's page lies past the last hit
  public Answer answer(Query query) {
    List<float[]> vectors = vectors(query);
    Plan plan = plan(query, vectors);
    HitList found = photos.search(plan);
    requireOnPage(query.selection().page(), found);
    return new Answer(
        found,
        query.selection().explained()
            ? new Explainer(photos, query, vectors, plan).explain(found)
            : List.of(),
        found.total() == 0 ? new Suggestions(photos).of(plan) : List.of());
  }

  /// How many pictures match a query, whatever its page.
  public long count(Query query) {
    return photos.count(plan(query, vectors(query)));
  }

  /// What matches a query, whatever its page, counted by each of these.
  public List<FacetCounts> facets(Query query, List<Facet> facets) {
    return photos.facets(plan(query, vectors(query)), facets);
  }

  /// The unit vector of something that hits may be like.
  ///
  /// @throws UserException as for [#search]
  public float[] vector(Likeness part) {
    if (part.needsModel()) {
      requireSpaceOf(photos, embedder.get().space());
    }
    return new QueryVector(photos, embedder, pictures).of(part);
  }

  private List<float[]> vectors(Query query) {
    return query.likenesses().stream().map(this::vector).toList();
  }

  private Plan plan(Query query, List<float[]> vectors) {
    List<Likeness> parts = query.likenesses();
    Selection selection = query.selection();
    Direction direction =
        parts.isEmpty() ? null : direction(parts, vectors, selection.judgesRelevance());
    return new Plan(direction, query.texts(), selection);
  }

  private Direction direction(List<Likeness> parts, List<float[]> vectors, boolean judged) {
    double weight = parts.stream().mapToDouble(part -> Math.abs(part.weight())).max().orElse(1);
    boolean words = parts.stream().allMatch(part -> part instanceof Likeness.Prompt);
    return new Direction(
        QueryVector.sum(parts, vectors),
        weight,
        words && judged ? embedder.get().temperature().scale() : 0);
  }

  private static void requireOnPage(Page page, HitList found) {
    if (found.total() > 0 && page.offset() >= found.total()) {
      throw UserException.failed(
          "--offset %d is past the end: %d match".formatted(page.offset(), found.total()),
          "--offset 0 for the first of them");
    }
  }

  private static void requireSpaceOf(PhotoReader photos, VectorSpace space) {
    VectorSpace stored = photos.space();
    if (!stored.comparableTo(space)) {
      throw UserException.failed(
          "the database %s holds vectors of the model %s (%s), not of %s (%s)"
              .formatted(
                  photos.status().location(),
                  stored.model(),
                  stored.preprocessing(),
                  space.model(),
                  space.preprocessing()),
          "leave out --model, or make all vectors anew: imagedb index --force --model "
              + space.model());
    }
  }
}
