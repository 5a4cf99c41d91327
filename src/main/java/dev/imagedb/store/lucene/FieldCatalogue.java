package dev.imagedb.store.lucene;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.text.similarity.LevenshteinDistance;

/// The fields that people can ask for by name, what else they call them, and what these hold.
final class FieldCatalogue {
  /// What a field holds, which decides how it can be asked for.
  sealed interface Kind {
    /// One term, found as a whole.
    ///
    /// @param caseless whether all of its terms are lower-case
    record Exact(boolean caseless) implements Kind {}

    /// Text, found by its words.
    record Words() implements Kind {}

    /// Numbers or times.
    record Ordered(Scale scale) implements Kind {}

    /// A place on earth.
    record Located() implements Kind {}
  }

  /// @param name what people call it
  /// @param indexed the name of the index's field
  /// @param aliases what else people call it
  record Entry(String name, String indexed, Kind kind, List<String> aliases) {
    private static Entry of(String name, Kind kind, String... aliases) {
      return new Entry(name, name, kind, List.of(aliases));
    }

    private static Entry of(String name, Scale scale, String... aliases) {
      return of(name, new Kind.Ordered(scale), aliases);
    }

    private Stream<String> allNames() {
      return Stream.concat(Stream.of(name), aliases.stream());
    }
  }

  private static final Kind EXACT = new Kind.Exact(false);
  private static final Kind CASELESS = new Kind.Exact(true);
  private static final Kind WORDS = new Kind.Words();

  private static final List<Entry> ENTRIES =
      List.of(
          Entry.of(Fields.TEXT, WORDS),
          Entry.of(Fields.PATH, EXACT, "file"),
          Entry.of(Fields.FOLDER, EXACT, "dir"),
          Entry.of(Fields.NAME, WORDS, "filename"),
          Entry.of(Fields.EXTENSION, CASELESS, "extension"),
          Entry.of(Fields.FORMAT, CASELESS, "type"),
          Entry.of(Fields.SIZE, Scale.BYTES),
          Entry.of(Fields.MODIFIED, Scale.MOMENT, "modified"),
          Entry.of(Fields.SHA256, CASELESS),
          Entry.of(Fields.WIDTH, Scale.COUNT),
          Entry.of(Fields.HEIGHT, Scale.COUNT),
          Entry.of(Fields.ASPECT, Scale.RATIO),
          new Entry(
              Fields.TAKEN,
              Fields.TAKEN_LOCAL,
              new Kind.Ordered(Scale.CLOCK_TIME),
              List.of("date", "year")),
          Entry.of(Fields.MAKE, WORDS),
          Entry.of(Fields.CAMERA, WORDS, "model"),
          Entry.of(Fields.LENS, WORDS),
          Entry.of(Fields.ISO, Scale.COUNT),
          Entry.of(Fields.APERTURE, Scale.F_NUMBER, "f", "fnumber"),
          Entry.of(Fields.EXPOSURE, Scale.SECONDS, "shutter"),
          Entry.of(Fields.FOCAL, Scale.MILLIMETRES),
          Entry.of(Fields.GPS, new Kind.Located()),
          Entry.of(Fields.ALTITUDE, Scale.METRES),
          Entry.of(Fields.PLACE, WORDS),
          Entry.of(Fields.ORIENTATION, Scale.COUNT),
          Entry.of(Fields.SOFTWARE, WORDS),
          Entry.of(Fields.ARTIST, WORDS),
          Entry.of(Fields.COPYRIGHT, WORDS),
          Entry.of(Fields.TITLE, WORDS),
          Entry.of(Fields.CAPTION, WORDS, "description"),
          Entry.of(Fields.KEYWORDS, WORDS, "keyword", "tag", "tags"),
          Entry.of(Fields.LABELS, WORDS, "label"),
          Entry.of(Fields.RATING, Scale.COUNT, "stars"),
          Entry.of(Fields.COMMENT, WORDS),
          Entry.of(Fields.STATUS, CASELESS),
          Entry.of(Fields.ERROR, WORDS));

  private static final Map<String, Entry> BY_NAME =
      ENTRIES.stream()
          .flatMap(entry -> entry.allNames().map(name -> Map.entry(name, entry)))
          .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

  /// A mistake changes, adds or leaves out a letter; letters that changed places make two.
  private static final int MOST_MISTAKES = 2;

  private static final int LETTERS_PER_MISTAKE = 2;

  private FieldCatalogue() {}

  /// @param name in any case
  static Optional<Entry> find(String name) {
    return Optional.ofNullable(BY_NAME.get(name.toLowerCase(Locale.ROOT)));
  }

  /// What each field is called first.
  static List<String> names() {
    return ENTRIES.stream().map(Entry::name).toList();
  }

  /// The fields whose names are nearest to one that does not exist, the nearest first.
  static List<String> near(String name) {
    String wanted = name.toLowerCase(Locale.ROOT);
    int most = Math.min(MOST_MISTAKES, wanted.length() / LETTERS_PER_MISTAKE);
    LevenshteinDistance distance = new LevenshteinDistance(most);
    Map<String, Integer> mistakes =
        BY_NAME.keySet().stream()
            .collect(Collectors.toMap(Function.identity(), known -> distance.apply(wanted, known)));
    return mistakes.entrySet().stream()
        .filter(known -> known.getValue() >= 0)
        .sorted(
            Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey)
        .toList();
  }
}
