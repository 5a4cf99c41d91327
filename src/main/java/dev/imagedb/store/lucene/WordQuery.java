package dev.imagedb.store.lucene;

import dev.imagedb.store.Words;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;

/// What people type into a search box, as a query.
///
/// Every word must occur somewhere in a picture's text; `"several words"` must stand together;
/// `-word` must not occur; `wor*` stands for all words that start so. There is no wrong syntax: a
/// sign that means nothing here is no word, and a query without words finds nothing. Words past the
/// 64th are not looked at.
final class WordQuery {
  /// A word counts once, where it counts most.
  private static final Map<String, Float> WEIGHTS =
      Map.of(
          Fields.TITLE, 3f,
          Fields.CAPTION, 2f,
          Fields.KEYWORDS, 2f,
          Fields.CAMERA, 1.5f,
          Fields.MAKE, 1.5f,
          Fields.NAME, 1.5f,
          Fields.TEXT, 1f);

  /// A quoted phrase, closed or not, or a run of other signs; commas part words as blanks do.
  private static final Pattern PART = Pattern.compile("(-?)(?:\"([^\"]*)\"?|([^\\s,;]+))");

  private static final Pattern PREFIX = Pattern.compile("[\\p{L}\\p{M}\\p{N}_]+\\*");

  /// A part makes up to 14 clauses (two for each field), and [PlanQueries] has room for these.
  private static final int MOST_PARTS = 64;

  private WordQuery() {}

  /// A query for all the words of all texts; what counts most keeps its BM25 as it is.
  static BooleanQuery of(List<Words> texts) {
    double most = texts.stream().mapToDouble(Words::weight).max().orElse(1);
    List<BooleanClause> clauses =
        texts.stream()
            .flatMap(words -> clauses(words.text(), (float) (words.weight() / most)))
            .limit(MOST_PARTS)
            .toList();
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    query.add(clauses);
    boolean excludesOnly = clauses.stream().allMatch(BooleanClause::isProhibited);
    if (excludesOnly && !clauses.isEmpty()) {
      query.add(MatchAllDocsQuery.INSTANCE, Occur.FILTER);
    }
    return query.build();
  }

  private static Stream<BooleanClause> clauses(String text, float boost) {
    Matcher part = PART.matcher(text.replaceAll("[“”„«»]", "\""));
    return part.results().flatMap(WordQuery::clause).map(clause -> boosted(clause, boost));
  }

  private static BooleanClause boosted(BooleanClause clause, float boost) {
    return boost == 1 || clause.isProhibited()
        ? clause
        : new BooleanClause(new BoostQuery(clause.query(), boost), clause.occur());
  }

  private static Stream<BooleanClause> clause(MatchResult part) {
    Occur occur = part.group(1).isEmpty() ? Occur.MUST : Occur.MUST_NOT;
    Optional<Query> words = part.group(2) != null ? phrase(part.group(2)) : word(part.group(3));
    return words.map(query -> new BooleanClause(query, occur)).stream();
  }

  private static Optional<Query> word(String word) {
    return PREFIX.matcher(word).matches() ? Optional.of(prefix(word)) : phrase(word);
  }

  private static Query prefix(String word) {
    String start = word.substring(0, word.length() - 1);
    return new PrefixQuery(new Term(Fields.TEXT, FieldWords.beginning(Fields.TEXT, start)));
  }

  /// The words of a text in a row, in any one field; nothing where it holds no word.
  private static Optional<Query> phrase(String text) {
    Set<Query> anywhere = new LinkedHashSet<>();
    WEIGHTS.forEach(
        (field, weight) ->
            FieldWords.phrases(field, text, /* slop= */ 0)
                .forEach(words -> anywhere.add(new BoostQuery(words, weight))));
    return anywhere.isEmpty()
        ? Optional.empty()
        : Optional.of(new DisjunctionMaxQuery(anywhere, 0));
  }
}
