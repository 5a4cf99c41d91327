package dev.imagedb.store.lucene;

import dev.imagedb.store.lucene.WordAnalyzer.Names;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.QueryBuilder;

/// Words that must stand in fields, looked for as whole names and as their parts: see
/// [WordAnalyzer].
final class FieldWords {
  private static final List<QueryBuilder> BUILDERS =
      List.of(
          new QueryBuilder(new WordAnalyzer(Names.WHOLE)),
          new QueryBuilder(new WordAnalyzer(Names.PARTS)));

  private FieldWords() {}

  /// Every word of a text, each in any of these fields. A text without words is found nowhere.
  static Query all(String text, List<String> fields) {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    Stream.of(text.strip().split("\\s+"))
        .map(word -> anyOf(fields.stream().flatMap(field -> phrases(field, word, 0)).toList()))
        .filter(query -> !(query instanceof MatchNoDocsQuery))
        .forEach(query -> all.add(query, Occur.FILTER));
    return all.build();
  }

  /// The words of a text in a row.
  ///
  /// @param slop by how many places they may be moved
  static Query phrase(String field, String text, int slop) {
    return anyOf(phrases(field, text, slop).toList());
  }

  /// The words of a text in a row, as whole names and as their parts: each way that there is one.
  static Stream<Query> phrases(String field, String text, int slop) {
    return BUILDERS.stream()
        .map(builder -> builder.createPhraseQuery(field, text, slop))
        .filter(Objects::nonNull)
        .distinct();
  }

  /// The beginning of a word, as words are written in the index.
  static BytesRef beginning(String field, String letters) {
    return BUILDERS.getFirst().getAnalyzer().normalize(field, letters);
  }

  /// Pictures that any of these finds; none where there are none.
  static Query anyOf(Collection<? extends Query> queries) {
    if (queries.isEmpty()) {
      return new MatchNoDocsQuery("nothing to look for");
    }
    if (queries.size() == 1) {
      return queries.iterator().next();
    }
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    queries.forEach(query -> any.add(query, Occur.SHOULD));
    return any.build();
  }
}
