package dev.imagedb.cli;

import static java.util.stream.Collectors.joining;

import dev.imagedb.fault.UserException;
import dev.imagedb.search.Likeness;
import dev.imagedb.search.SearchMode;
import dev.imagedb.search.Wording;
import dev.imagedb.store.Words;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// What to search for. Each option may be given several times, and each value may carry a weight:
/// `"a dog^2"`.
@Under("What to look for")
final class QueryOptions {
  @Parameters(
      paramLabel = "WORDS|FILE|URL",
      arity = "0..*",
      description =
          "Pictures that these words describe; or pictures like this one, where it is a picture's"
              + " file or address, or - for standard input.")
  private List<String> arguments = List.of();

  @Option(
      names = "--image",
      paramLabel = "FILE|URL|-",
      description = "Pictures that look like this one. A weight may follow: q.jpg^2.")
  private List<String> images = List.of();

  @Option(
      names = "--prompt",
      paramLabel = "WORDS",
      description = "Pictures that these words describe. A weight may follow: \"a dog^2\".")
  private List<String> prompts = List.of();

  @Option(
      names = "--like",
      paramLabel = "PATH",
      description = "Pictures that look like this one of the database. Needs no model.")
  private List<String> stored = List.of();

  @Seldom
  @Option(
      names = "--not-image",
      paramLabel = "FILE|URL|-",
      description = "Pictures that do not look like this one.")
  private List<String> notImages = List.of();

  @Seldom
  @Option(
      names = "--not-prompt",
      paramLabel = "WORDS",
      description = "Pictures that these words do not describe.")
  private List<String> notPrompts = List.of();

  @Option(
      names = "--text",
      paramLabel = "WORDS",
      description =
          "Pictures with these words in metadata or name: all of them; \"in order\", -without,"
              + " begin*.")
  private List<String> texts = List.of();

  @Seldom
  @Option(
      names = "--mode",
      paramLabel = "auto|hybrid|fts|vector",
      description =
          "Look for words where their options say, in pictures and metadata, in metadata alone, in"
              + " pictures alone. Default: auto.")
  private SearchMode mode = SearchMode.AUTO;

  @Seldom
  @Option(
      names = "--queries",
      paramLabel = "FILE|-",
      description =
          "Answer many queries: one a line, in words or as JSON (id, image, prompt, text, like,"
              + " notImage, notPrompt, limit), with a JSON line each.")
  private @Nullable String queries;

  /// Where to read many queries from; empty where the options themselves are the query.
  ///
  /// @throws UserException where both are
  Optional<String> queries(Path workingDirectory) {
    if (queries != null && !wording(workingDirectory).isEmpty()) {
      throw UserException.usage(
          "--queries says what to search for, and so does another option", "leave one of them out");
    }
    return Optional.ofNullable(queries);
  }

  SearchMode mode() {
    return mode;
  }

  List<Likeness> likenesses(Path workingDirectory) {
    return wording(workingDirectory).likenesses(workingDirectory);
  }

  List<Words> texts(Path workingDirectory) {
    return wording(workingDirectory).weightedTexts();
  }

  /// All that was asked for, as it was typed: `a dog, not snow`; empty where nothing was.
  String title() {
    Stream<String> wanted =
        Stream.of(arguments, images, prompts, stored, texts).flatMap(List::stream);
    Stream<String> unwanted = Stream.of(notImages, notPrompts).flatMap(List::stream);
    return Stream.concat(wanted, unwanted.map(words -> "not " + words)).collect(joining(", "));
  }

  private Wording wording(Path workingDirectory) {
    return new Wording(images, prompts, stored, notImages, notPrompts, texts)
        .with(arguments, workingDirectory)
        .in(mode);
  }
}
