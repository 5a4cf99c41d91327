package dev.imagedb.store.lucene;

import dev.imagedb.fault.UserException;
import dev.imagedb.photo.VectorSpace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What a database says of itself, kept with every commit: that it is ours, of which schema, which
/// space its vectors are of, in which arithmetic they were made, and which folders were indexed.
///
/// @param schema what its documents hold: 1 to [#SCHEMA]
/// @param precisions in alphabetical order; vectors of all may be compared with each other
/// @param roots in path order, none inside another
record DatabaseMark(int schema, VectorSpace space, List<String> precisions, List<Path> roots) {
  /// Counts the changes to what documents hold. An earlier one is read as it is, and upgraded by
  /// whoever writes ([SchemaUpgrade]); a newer one is refused, not guessed at.
  ///
  /// 1 is the first. 2 came with labels, places and shapes, and later on, without a number of its
  /// own, with looks ([RecordForm]). 3 has looks for certain, and tells which pictures lack theirs.
  static final int SCHEMA = 3;

  private static final String PROGRAM = "program";
  private static final String PROGRAM_NAME = "imagedb";
  private static final String SCHEMA_KEY = "schema";
  private static final String MODEL = "model";
  private static final String FINGERPRINT = "fingerprint";
  private static final String DIMENSION = "dimension";
  private static final String PREPROCESSING = "preprocessing";
  private static final String PRECISIONS = "precisions";

  /// A root an entry, since a path may hold any sign that could stand between two.
  private static final String ROOT_PREFIX = "root.";

  DatabaseMark {
    precisions = List.copyOf(precisions);
    roots = List.copyOf(roots);
  }

  /// Of a database in which nothing is stored yet.
  static DatabaseMark first(VectorSpace space) {
    return new DatabaseMark(SCHEMA, space, List.of(), List.of());
  }

  /// Reads a commit's data.
  ///
  /// @throws UserException where it is not ours, or of a schema that this version cannot read
  static DatabaseMark of(Map<String, String> commit, Path location, PathKeys keys) {
    if (!PROGRAM_NAME.equals(commit.get(PROGRAM))) {
      throw foreign(location);
    }
    int schema = number(commit, SCHEMA_KEY, location);
    if (schema > SCHEMA) {
      throw UserException.failed(
          "the database %s was written by a newer imagedb: schema %d, and this one reads up to %d"
              .formatted(location, schema, SCHEMA),
          "update imagedb, or choose another database with --db DIR");
    }
    if (schema < 1) {
      throw damaged(location, SCHEMA_KEY, "none that there was: " + schema);
    }
    VectorSpace space =
        new VectorSpace(
            text(commit, MODEL, location),
            text(commit, FINGERPRINT, location),
            number(commit, DIMENSION, location),
            text(commit, PREPROCESSING, location));
    return new DatabaseMark(schema, space, precisions(commit), roots(commit, keys));
  }

  static UserException foreign(Path location) {
    return UserException.failed(
        location + " holds a Lucene index of another program",
        "choose another database with --db DIR");
  }

  /// The entries of a commit's data.
  Map<String, String> commitData(PathKeys keys) {
    Map<String, String> data = new HashMap<>();
    data.put(PROGRAM, PROGRAM_NAME);
    data.put(SCHEMA_KEY, Integer.toString(schema));
    data.put(MODEL, space.model());
    data.put(FINGERPRINT, space.fingerprint());
    data.put(DIMENSION, Integer.toString(space.dimension()));
    data.put(PREPROCESSING, space.preprocessing());
    data.put(PRECISIONS, String.join(",", precisions));
    for (int i = 0; i < roots.size(); i++) {
      data.put(ROOT_PREFIX + i, keys.key(roots.get(i)));
    }
    return data;
  }

  boolean isOfEarlierSchema() {
    return schema < SCHEMA;
  }

  DatabaseMark upgraded() {
    return new DatabaseMark(SCHEMA, space, precisions, roots);
  }

  DatabaseMark withSpace(VectorSpace other) {
    return new DatabaseMark(schema, other, precisions, roots);
  }

  /// With one more arithmetic.
  DatabaseMark withPrecision(String precision) {
    return withPrecisions(
        Stream.concat(precisions.stream(), Stream.of(precision)).distinct().sorted().toList());
  }

  DatabaseMark withPrecisionOnly(String precision) {
    return withPrecisions(List.of(precision));
  }

  DatabaseMark withoutPrecisions() {
    return withPrecisions(List.of());
  }

  private DatabaseMark withPrecisions(List<String> others) {
    return new DatabaseMark(schema, space, others, roots);
  }

  /// With more roots; one that lies inside another is not kept.
  DatabaseMark withRoots(Collection<Path> more) {
    List<Path> all = new ArrayList<>(roots);
    more.forEach(root -> all.add(root.toAbsolutePath().normalize()));
    List<Path> outermost =
        all.stream()
            .distinct()
            .sorted()
            .filter(
                root ->
                    all.stream().noneMatch(other -> !root.equals(other) && root.startsWith(other)))
            .toList();
    return new DatabaseMark(schema, space, precisions, outermost);
  }

  /// Without some of the roots.
  DatabaseMark withoutRoots(Collection<Path> gone) {
    List<Path> kept = roots.stream().filter(root -> !gone.contains(root)).toList();
    return new DatabaseMark(schema, space, precisions, kept);
  }

  private static List<String> precisions(Map<String, String> commit) {
    return Stream.of(commit.getOrDefault(PRECISIONS, "").split(","))
        .filter(precision -> !precision.isEmpty())
        .toList();
  }

  private static List<Path> roots(Map<String, String> commit, PathKeys keys) {
    return commit.entrySet().stream()
        .filter(entry -> entry.getKey().startsWith(ROOT_PREFIX))
        .map(entry -> keys.path(entry.getValue()))
        .sorted()
        .toList();
  }

  private static String text(Map<String, String> commit, String key, Path location) {
    String value = commit.get(key);
    if (value == null) {
      throw damaged(location, key, "missing");
    }
    return value;
  }

  private static int number(Map<String, String> commit, String key, Path location) {
    String value = text(commit, key, location);
    try {
      return Integer.parseInt(value);
    } catch (NumberFormatException _) {
      throw damaged(location, key, "no number: " + value);
    }
  }

  private static UserException damaged(Path location, String key, String what) {
    return UserException.failed(
        "the database %s is damaged: its %s is %s".formatted(location, key, what),
        "move it away and index anew: imagedb index FOLDER");
  }
}
