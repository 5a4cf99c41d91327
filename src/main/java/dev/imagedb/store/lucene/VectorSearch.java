package dev.imagedb.store.lucene;

import java.io.IOException;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
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

  /// Whether a walk finds the nearest sooner than comparing all.
  ///
  /// @param passing how many vectors may be found
  /// @param count how many will be asked for
  boolean walks(int passing, int count) {
    return !compareAll(passing) && count <= passing / FEW_OF_ALL;
  }

  /// The nearest pictures. The walk goes through all pictures but keeps only those that pass, so
  /// that a filter costs no hit.
  ///
  /// @param among what may be found; null for all
  /// @param passing how many vectors that leaves
  /// @param count how many will be asked for; some more are found
  ScoredDocs nearest(VectorScan scan, @Nullable Query among, int passing, int count)
      throws IOException {
    int usual = LEAST_IN_SIGHT + passing / ONE_MORE_FOR_EVERY;
    int inSight = Math.max(among == null ? usual : WIDER_WHERE_FILTERED * usual, 2 * count);
    Query walk = new KnnFloatVectorQuery(field.name(), scan.target(), inSight, among);
    return scan.among(DocumentsQuery.of(scan.searcher(), walk));
  }
}
