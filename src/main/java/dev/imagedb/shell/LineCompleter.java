package dev.imagedb.shell;

import dev.imagedb.manual.Command;
import dev.imagedb.manual.Operand;
import dev.imagedb.manual.Option;
import dev.imagedb.manual.Value;
import dev.imagedb.output.TerminalText;
import dev.imagedb.shell.Vocabulary.Found;
import dev.imagedb.store.Facet;
import dev.imagedb.store.FacetCounts.ValueCount;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;
import org.jspecify.annotations.Nullable;

/// Completes commands, options, paths, and what the pictures of the database have: cameras, lenses,
/// keywords, folders and the rest.
final class LineCompleter implements Completer {
  /// What the index knows of an option's values.
  private static final Map<String, List<Facet>> FACETS =
      Map.of(
          "--camera", List.of(Facet.CAMERA),
          "--lens", List.of(Facet.LENS),
          "--ext", List.of(Facet.EXT),
          "--under", List.of(Facet.FOLDER),
          "--on", List.of(Facet.YEAR),
          "--after", List.of(Facet.YEAR),
          "--before", List.of(Facet.YEAR),
          "--text", List.of(Facet.LABELS, Facet.KEYWORDS, Facet.CAMERA));

  /// The fields of `--where` that the index counts by.
  private static final Map<String, Facet> FIELDS =
      Map.of(
          "camera", Facet.CAMERA,
          "lens", Facet.LENS,
          "ext", Facet.EXT,
          "keywords", Facet.KEYWORDS,
          "labels", Facet.LABELS,
          "place", Facet.PLACE,
          "rating", Facet.RATING);

  private final Vocabulary vocabulary;
  private final IndexedValues index;
  private final PathCompleter paths;

  LineCompleter(Vocabulary vocabulary, IndexedValues index, PathCompleter paths) {
    this.vocabulary = vocabulary;
    this.index = index;
    this.paths = paths;
  }

  @Override
  public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
    candidates.addAll(candidates(line.words()));
  }

  /// What may stand in place of the last word, the likeliest first.
  List<Candidate> candidates(List<String> words) {
    List<String> before = words.subList(0, words.size() - 1);
    String typed = words.getLast();
    Found found = vocabulary.command(before);
    Offer offer = new Offer();
    if (before.isEmpty() || before.equals(List.of(Vocabulary.PROGRAM))) {
      vocabulary.commands().forEach(offer::command);
    }
    Optional<Option> open =
        before.isEmpty() ? Optional.empty() : found.command().option(before.getLast());
    if (open.isPresent() && open.get().value() != null) {
      value(before.getLast(), open.get().value(), typed, offer);
    } else if (typed.startsWith("-")) {
      found.command().options().forEach(offer::option);
    } else {
      operands(found, before.size(), typed, offer);
    }
    return offer.candidates;
  }

  private void operands(Found found, int words, String typed, Offer offer) {
    if (found.words() == words && words > 0) {
      found.command().commands().forEach(offer::command);
    }
    if (found.command().name().equals("help")) {
      vocabulary.commands().forEach(offer::command);
    }
    boolean opens = found.command().name().equals("open");
    if (opens || isPath(typed)) {
      paths.complete(typed, false).forEach(offer::path);
    } else if (words > 0) {
      found.command().operands().stream()
          .map(Operand::value)
          .forEach(value -> value("", value, typed, offer));
    }
  }

  /// Whether somebody types a path where words could stand, too.
  private static boolean isPath(String typed) {
    return typed.startsWith("/")
        || typed.startsWith("~/")
        || typed.startsWith("./")
        || typed.startsWith("../");
  }

  private void value(String option, Value value, String typed, Offer offer) {
    if (option.equals("--where")) {
      where(typed, offer);
    }
    index.values(FACETS.getOrDefault(option, List.of())).forEach(offer::counted);
    String earlier = value.joined() ? typed.substring(0, typed.lastIndexOf(',') + 1) : "";
    value.words().forEach(word -> offer.word(earlier + word, null, !value.joined()));
    if (value.kinds().contains(Value.Kind.MODEL)) {
      vocabulary.models().forEach(model -> offer.word(model, null, true));
    }
    if (value.isFile() || value.isFolder()) {
      paths.complete(typed, !value.isFile()).forEach(offer::path);
    }
  }

  /// A field, or a value behind its colon; what stands before it in the query stays.
  private void where(String typed, Offer offer) {
    int start = typed.lastIndexOf(' ') + 1;
    String earlier = typed.substring(0, start);
    int colon = typed.indexOf(':', start);
    if (colon < 0) {
      index.fields().forEach(field -> offer.word(earlier + field + ":", null, false));
      return;
    }
    Facet facet = FIELDS.get(typed.substring(start, colon));
    if (facet != null) {
      String field = typed.substring(0, colon + 1);
      index
          .values(List.of(facet))
          .forEach(each -> offer.counted(field + '"' + each.value() + '"', each.count()));
    }
  }

  /// Candidates in the order in which they are offered.
  private static final class Offer {
    private final List<Candidate> candidates = new ArrayList<>();

    void command(Command command) {
      word(command.name(), command.summary(), true);
    }

    void option(Option option) {
      option.names().stream()
          .filter(name -> name.startsWith("--") || option.names().size() == 1)
          .forEach(name -> word(name, option.summary(), true));
    }

    void counted(ValueCount each) {
      counted(each.value(), each.count());
    }

    void counted(String value, long count) {
      word(value, Long.toString(count), true);
    }

    void path(String path) {
      word(path, null, !path.endsWith("/"));
    }

    /// What a terminal would obey can be neither shown nor typed.
    void word(String word, @Nullable String description, boolean complete) {
      if (!TerminalText.escape(word).equals(word)) {
        return;
      }
      candidates.add(
          new Candidate(word, word, null, description, null, null, complete, candidates.size()));
    }
  }
}
