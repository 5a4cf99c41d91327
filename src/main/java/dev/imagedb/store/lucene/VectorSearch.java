package dev.imagedb.store.lucene;

import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.RescoreTopNQuery;
import org.jspecify.annotations.Nullable;

/// How near vectors are looked for: by comparing all of them, or, where there are many, by walking
/// a graph over their quantized copies and comparing in full what that found.
///
/// @param field of the vectors that may be compared
/// @param exactUpTo up to how many of them all are compared
record VectorSearch(VectorField field, int exactUpTo) {

  /// Comparing 100,000 vectors of 512 numbers takes 10 to 30 ms, and finds all of them.
  static final int EXACT_UP_TO = 100_000;

  /// Words lie in another region of the sphere than pictures do, so that a graph leads a query in
  /// words past its nearest pictures unless very many are kept in sight.
  private static final int LEAST_IN_SIGHT = 1_000;

  private static final int ONE_MORE_FOR_EVERY = 1_000;

  /// What a filter removes fills the sight, too, where it is just what lies nearest. Where it
  /// removed the nearest half of 200,000, a usual sight found 97 of 100, twice that 99.6, and this
  /// all.
  private static final int WIDER_WHERE_FILTERED = 4;

  /// Where more than this part of all is asked for, a walk would cost more than the whole way.
  private static final int FEW_OF_ALL = 10;

  /// Whether so many vectors are all compared.
  boolean compareAll(int vectors) {
    return vectors <= exactUpTo;
  }

  /// A query for the nearest pictures, scored as [VectorField#cosine] expects. The walk goes
  /// through all pictures but keeps only those that pass, so that a filter costs no hit.
  ///
  /// @param among what may be found; null for all
  /// @param passing how many vectors that leaves
  /// @param count how many will be asked for
  Query nearest(float[] target, @Nullable Query among, int passing, int count) {
    if (compareAll(passing) || count > passing / FEW_OF_ALL) {
      return all(target, among);
    }
    field.check(target);
    int usual = LEAST_IN_SIGHT + passing / ONE_MORE_FOR_EVERY;
    int inSight = Math.max(among == null ? usual : WIDER_WHERE_FILTERED * usual, 2 * count);
    Query walk = new KnnFloatVectorQuery(field.name(), target, inSight, among);
    return RescoreTopNQuery.createFullPrecisionRescorerQuery(
        walk, target, field.name(), /* n= */ count);
  }

  /// A query that scores every picture with a vector.
  ///
  /// @param among what may be found; null for all
  Query all(float[] target, @Nullable Query among) {
    field.check(target);
    Query compared = new ExactVectorQuery(field.name(), target);
    return among == null
        ? compared
        : new BooleanQuery.Builder().add(compared, Occur.MUST).add(among, Occur.FILTER).build();
  }
}
