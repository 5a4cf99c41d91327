package dev.imagedb.store.lucene;

import static java.util.stream.Collectors.toSet;

import dev.imagedb.store.Filter;
import dev.imagedb.store.Filter.Shape;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.document.DoubleField;
import org.apache.lucene.document.IntField;
import org.apache.lucene.document.LatLonPoint;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.WildcardQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// What a picture must be, as a query that gives no score.
final class FilterQuery {
  /// Within a hundredth of square; turned by a quarter, a picture keeps its shape.
  private static final double WIDEST_SQUARE = 1.01;

  private static final double NARROWEST_SQUARE = 1 / WIDEST_SQUARE;

  private static final List<Set<String>> SAME_EXTENSIONS =
      List.of(Set.of("jpg", "jpeg"), Set.of("tif", "tiff"));

  private FilterQuery() {}

  /// @param keys of the database that is searched
  /// @throws dev.imagedb.fault.UserException where a [Filter.Where] is no query
  static Query of(Filter filter, PathKeys keys) {
    return switch (filter) {
      case Filter.Where(String query) -> WhereQuery.of(query);
      case Filter.Taken(LocalDateTime from, LocalDateTime until) -> taken(from, until);
      case Filter.Near(double latitude, double longitude, double metres) ->
          LatLonPoint.newDistanceQuery(Fields.GPS, latitude, longitude, metres);
      case Filter.Box(double south, double west, double north, double east) ->
          LatLonPoint.newBoxQuery(Fields.GPS, south, north, west, east);
      case Filter.Camera(String words) ->
          FieldWords.all(words, List.of(Fields.MAKE, Fields.CAMERA));
      case Filter.Lens(String words) -> FieldWords.all(words, List.of(Fields.LENS));
      case Filter.Extension(Set<String> extensions) -> extension(extensions);
      case Filter.Under(List<Path> folders) ->
          FieldWords.anyOf(folders.stream().map(folder -> under(folder, keys)).toList());
      case Filter.Size(int leastWidth, int leastHeight) -> size(leastWidth, leastHeight);
      case Filter.Shaped(Shape shape) -> shaped(shape);
      case Filter.Rated(int least) -> atLeast(Fields.RATING, least);
    };
  }

  private static Query taken(@Nullable LocalDateTime from, @Nullable LocalDateTime until) {
    return LongField.newRangeQuery(
        Fields.TAKEN_LOCAL,
        from == null ? Long.MIN_VALUE : millis(from),
        until == null ? Long.MAX_VALUE : millis(until) - 1);
  }

  private static long millis(LocalDateTime time) {
    return time.toInstant(ZoneOffset.UTC).toEpochMilli();
  }

  private static Query extension(Set<String> extensions) {
    Stream<String> others =
        SAME_EXTENSIONS.stream()
            .filter(same -> same.stream().anyMatch(extensions::contains))
            .flatMap(Set::stream);
    Set<BytesRef> terms =
        Stream.concat(extensions.stream(), others).map(BytesRef::new).collect(toSet());
    return new TermInSetQuery(Fields.EXTENSION, terms);
  }

  private static Query size(int leastWidth, int leastHeight) {
    return new BooleanQuery.Builder()
        .add(atLeast(Fields.WIDTH, leastWidth), Occur.FILTER)
        .add(atLeast(Fields.HEIGHT, leastHeight), Occur.FILTER)
        .build();
  }

  private static Query atLeast(String field, int least) {
    return IntField.newRangeQuery(field, least, Integer.MAX_VALUE);
  }

  private static Query shaped(Shape shape) {
    return switch (shape) {
      case SQUARE -> DoubleField.newRangeQuery(Fields.ASPECT, NARROWEST_SQUARE, WIDEST_SQUARE);
      case LANDSCAPE ->
          DoubleField.newRangeQuery(
              Fields.ASPECT, Math.nextUp(WIDEST_SQUARE), Double.POSITIVE_INFINITY);
      case PORTRAIT ->
          DoubleField.newRangeQuery(
              Fields.ASPECT, Double.NEGATIVE_INFINITY, Math.nextDown(NARROWEST_SQUARE));
    };
  }

  /// The file of this name, and what lies below the folder of this name. Keys are absolute or
  /// relative to the base of a portable database, which itself may lie below the folder.
  private static Query under(Path folder, PathKeys keys) {
    Path wanted = folder.toAbsolutePath().normalize();
    String separator = wanted.getFileSystem().getSeparator();
    Path base = keys.path("");
    boolean portable = base.isAbsolute();
    List<Query> places = new ArrayList<>();
    if (portable && base.startsWith(wanted)) {
      places.add(relative(separator));
    }
    if (wanted.getNameCount() == 0) {
      places.add(new PrefixQuery(new Term(Fields.PATH, keys.key(wanted))));
    } else if (!portable || !base.equals(wanted)) {
      places.add(below(keys.key(wanted), portable && wanted.startsWith(base) ? "/" : separator));
    }
    return FieldWords.anyOf(places);
  }

  /// The file of a key, and the files of all folders from this one down: there are fewer folders to
  /// go through than files.
  private static Query below(String key, String separator) {
    return FieldWords.anyOf(
        List.of(
            new TermQuery(new Term(Fields.PATH, key)),
            new TermQuery(new Term(Fields.FOLDER, key)),
            new PrefixQuery(new Term(Fields.FOLDER, key + separator))));
  }

  /// Keys that are no absolute paths. Those begin with the separator on Unix; on Windows they alone
  /// have it, relative keys having slashes.
  private static Query relative(String separator) {
    Query absolute =
        separator.equals("/")
            ? new PrefixQuery(new Term(Fields.PATH, separator))
            : new WildcardQuery(new Term(Fields.PATH, "*\\\\*"));
    return new BooleanQuery.Builder()
        .add(MatchAllDocsQuery.INSTANCE, Occur.FILTER)
        .add(absolute, Occur.MUST_NOT)
        .build();
  }
}
