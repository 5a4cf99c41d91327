package dev.imagedb.store;

import dev.imagedb.photo.Photo;
import dev.imagedb.photo.Skipped;
import dev.imagedb.photo.VectorSpace;
import java.io.Closeable;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A consistent view of a database. Safe for use by many threads.
public interface PhotoReader extends Closeable {

  /// What is stored of the files under these folders (or of these files), by absolute path.
  Map<Path, KnownFile> known(Collection<Path> roots);

  /// Any picture with these bytes that has a vector of the database's present space.
  Optional<StoredPhoto> content(String sha256);

  /// One picture with its vector, where it has one of the database's present space.
  Optional<StoredPhoto> stored(Path path);

  /// All pictures that have a vector of the database's present space, in the order in which they
  /// lie in the index, which is the fastest to read; each is read when the stream reaches it.
  Stream<StoredPhoto> embedded();

  /// All that is known of one picture.
  Optional<Photo> find(Path path);

  /// The pictures whose bytes' hash begins so, readable or not: copies of one another, but by a
  /// chance that a few digits leave and twenty do not.
  ///
  /// @param prefix the beginning of a SHA-256, lower-case hexadecimal
  List<Photo> withHash(String prefix);

  /// All pictures in path order, each read when the stream reaches it.
  Stream<Photo> all();

  /// The pictures that could not be read, in path order.
  List<Skipped> skipped();

  /// Ranks the pictures for a plan. The hits' photos are whole.
  HitList search(Plan plan);

  /// How many pictures match a plan, whatever its page.
  long count(Plan plan);

  /// Counts what matches a plan, whatever its page, by each of these.
  List<FacetCounts> facets(Plan plan, List<Facet> facets);

  /// Whether the pictures are so few that every search compares all of them, so that nothing is
  /// ever passed by.
  boolean comparesAll();

  /// What the pictures' vectors are of.
  VectorSpace space();

  /// The fields that [Filter.Where] can ask for, by the names that they are called first.
  List<String> fieldNames();

  /// Whether nothing was committed since this view was opened, and the database is still there.
  boolean isCurrent();

  /// Counts all and looks at every file; what a search needs is had for less.
  StoreStatus status();

  @Override
  void close();
}
