package dev.imagedb.cli;

import dev.imagedb.fault.UserException;
import dev.imagedb.output.OutputFormat;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/// How results are written: one of these, else a table.
@Under("How they are printed")
final class FormatOptions {
  @ArgGroup(exclusive = true)
  private @Nullable Choice choice;

  OutputFormat format() {
    return choice == null ? OutputFormat.TABLE : choice.format();
  }

  /// Whether one was asked for.
  boolean isChosen() {
    return choice != null;
  }

  /// Ends the run where another format was asked for than the only one that there is.
  void requireJsonLines(String option) {
    if (choice != null && choice.format() != OutputFormat.JSONL) {
      throw UserException.usage(option + " answers with a JSON line for each", "--jsonl");
    }
  }

  private static final class Choice {
    @Option(names = "--json", description = "Print one JSON array.")
    private boolean json;

    @Seldom
    @Option(names = "--jsonl", description = "Print a JSON object a line.")
    private boolean jsonLines;

    @Seldom
    @Option(names = "--csv", description = "Print comma-separated values with a header.")
    private boolean csv;

    @Seldom
    @Option(names = "--paths", description = "Print paths alone, one a line.")
    private boolean paths;

    @Option(
        names = {"-0", "--print0"},
        description = "Print paths alone, each ended by a NUL, for xargs -0.")
    private boolean print0;

    OutputFormat format() {
      if (json) {
        return OutputFormat.JSON;
      }
      if (jsonLines) {
        return OutputFormat.JSONL;
      }
      if (csv) {
        return OutputFormat.CSV;
      }
      return print0 && !paths ? OutputFormat.PATHS0 : OutputFormat.PATHS;
    }
  }
}
