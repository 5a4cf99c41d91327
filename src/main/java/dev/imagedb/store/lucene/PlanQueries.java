package dev.imagedb.store.lucene;

import dev.imagedb.fault.UserException;
import dev.imagedb.store.Filter;
import dev.imagedb.store.Fusion;
import dev.imagedb.store.Plan;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/// A plan's filters and words as queries.
///
/// @param filters what every hit must pass
/// @param words null where none were asked for
/// @param wordsFilter whether the words only decide what can be a hit
record PlanQueries(List<Query> filters, @Nullable BooleanQuery words, boolean wordsFilter) {

  /// Room for the most that [WordQuery] and [WhereQuery] make, and for other filters.
  private static final int MOST_CLAUSES = 2_048;

  static {
    // Filters stand in a fused query twice, beside the vector and beside the words, and so do
    // excluded words; Lucene's own limit is 1,024 for all of it.
    IndexSearcher.setMaxClauseCount(3 * MOST_CLAUSES);
  }

  /// @throws UserException where a filter is no query, or where all of them ask for too much
  static PlanQueries of(Plan plan, PathKeys keys) {
    try {
      PlanQueries queries = read(plan, keys);
      ClauseCount count = new ClauseCount(MOST_CLAUSES);
      queries.passing().visit(count);
      if (queries.words() != null) {
        queries.words().visit(count);
      }
      return queries;
    } catch (IndexSearcher.TooManyClauses many) {
      throw UserException.usage(
          "words and filters ask for more than %,d things".formatted(MOST_CLAUSES),
          "fewer of them: a folder above many folders, a range instead of a list");
    }
  }

  private static PlanQueries read(Plan plan, PathKeys keys) {
    List<Query> filters = new ArrayList<>();
    for (Filter filter : plan.selection().filters()) {
      filters.add(FilterQuery.of(filter, keys));
    }
    return new PlanQueries(
        filters,
        plan.texts().isEmpty() ? null : WordQuery.of(plan.texts()),
        plan.selection().fusion() == Fusion.FILTER);
  }

  /// Whatever passes the filters.
  Query passing() {
    return filters.isEmpty() ? MatchAllDocsQuery.INSTANCE : with(filters).build();
  }

  /// What has the words and passes the filters, scored by the words alone.
  Query worded(BooleanQuery words) {
    return filters.isEmpty() ? words : with(filters).add(words, Occur.MUST).build();
  }

  /// What a vector may find; null where it may find anything. A picture with an excluded word is no
  /// hit, however near its vector lies.
  @Nullable Query comparable() {
    Collection<Query> excluded = words == null ? List.of() : words.getClauses(Occur.MUST_NOT);
    boolean bound = words != null && wordsFilter;
    if (filters.isEmpty() && excluded.isEmpty() && !bound) {
      return null;
    }
    BooleanQuery.Builder query = with(filters);
    excluded.forEach(word -> query.add(word, Occur.MUST_NOT));
    if (words != null && wordsFilter) {
      query.add(words, Occur.FILTER);
    }
    if (filters.isEmpty() && !bound) {
      query.add(MatchAllDocsQuery.INSTANCE, Occur.FILTER);
    }
    return query.build();
  }

  /// Whether the words rank anything. Where they are only excluded, all that is left matches alike,
  /// and its order by path must have no say beside the vector's.
  boolean wordsRank() {
    return words != null && !wordsFilter && !words.getClauses(Occur.MUST).isEmpty();
  }

  private static BooleanQuery.Builder with(Collection<Query> filters) {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    filters.forEach(filter -> query.add(filter, Occur.FILTER));
    return query;
  }
}
