package dev.imagedb.cli;

import dev.imagedb.fault.UserException;
import dev.imagedb.serve.Parameters;
import dev.imagedb.serve.Parameters.Parameter;
import dev.imagedb.serve.SearchReader.Asked;
import dev.imagedb.store.Facet;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/// What a request asks for, in the words of `imagedb search`: its parameters are read as those
/// options, so that both always understand the same.
@Command
final class SearchParameters {
  /// Those that name files of this machine or addresses are not among them: whoever may ask for
  /// pictures of the database may not make this machine read others.
  static final Set<String> NAMES =
      Set.of(
          "prompt",
          "not-prompt",
          "text",
          "mode",
          "where",
          "after",
          "before",
          "on",
          "near",
          "box",
          "camera",
          "lens",
          "ext",
          "under",
          "min-width",
          "min-height",
          "landscape",
          "portrait",
          "square",
          "rating",
          "limit",
          "offset",
          "page",
          "relevant",
          "min-score",
          "sort",
          "reverse",
          "fuse",
          "exact",
          "explain",
          "facet");

  @Mixin private QueryOptions parts = new QueryOptions();
  @Mixin private FilterOptions filters = new FilterOptions();
  @Mixin private SelectionOptions selection = new SelectionOptions();

  @Option(names = "--facet", split = ",")
  private List<Facet> facets = List.of();

  SearchParameters() {}

  /// What these ask for.
  ///
  /// @param workingDirectory that relative folders start from
  /// @throws UserException where one is not known, or has no such value
  static Asked read(Parameters parameters, Path workingDirectory, Clock clock) {
    SearchParameters read = new SearchParameters();
    CommandLine line = new CommandLine(read).setExpandAtFiles(false);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    try {
      line.parseArgs(
          parameters.all().stream().map(SearchParameters::option).toArray(String[]::new));
    } catch (ParameterException wrong) {
      throw UserException.usage(String.valueOf(wrong.getMessage()).replace('\n', ' '), null);
    }
    return read.asked(workingDirectory, clock);
  }

  private static String option(Parameter parameter) {
    if (!NAMES.contains(parameter.name())) {
      throw UserException.usage(
          "there is no parameter \"%s\"".formatted(parameter.name()),
          "/api/openapi.json lists them all");
    }
    return "--" + parameter.name() + "=" + parameter.value();
  }

  private Asked asked(Path workingDirectory, Clock clock) {
    return new Asked(
        parts.likenesses(workingDirectory),
        parts.texts(workingDirectory),
        selection.selection(filters.filters(workingDirectory, clock), null),
        facets);
  }
}
