package dev.imagedb.output;

import dev.imagedb.duplicates.Duplicate;
import dev.imagedb.duplicates.Duplicate.Kinship;
import dev.imagedb.duplicates.DuplicateGroup;
import dev.imagedb.duplicates.Picture;
import dev.imagedb.duplicates.Reason;
import dev.imagedb.photo.Dimensions;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Prints groups of copies on standard output.
public final class DuplicatesPrinter {
  private static final int DIFFERENCE_DIGITS = 3;

  private final Console console;

  public DuplicatesPrinter(Console console) {
    this.console = console;
  }

  /// For people: a line a picture, the one to keep first, a blank line between groups.
  public void printText(List<DuplicateGroup> groups) {
    for (int i = 0; i < groups.size(); i++) {
      if (i > 0) {
        console.out().println();
      }
      printText(groups.get(i));
    }
    console.out().flush();
  }

  /// One JSON array of groups: `keeper` (`path`, `size`, `width`, `height`, `reason`) and
  /// `duplicates` (`path`, `size`, `width`, `height`, `kind`: `exact` or `near`; if near, `cosine`
  /// and `difference`, the share that differs, 0 to 1).
  public void printJson(List<DuplicateGroup> groups) {
    Json json = Json.indented(console.out());
    json.array(() -> groups.forEach(group -> write(json, group)));
    console.out().println();
    console.out().flush();
  }

  /// The paths of all but those to keep, one a line.
  public void printPaths(List<DuplicateGroup> groups) {
    printPaths(groups, PathPrinter.lines(console));
  }

  /// The paths of all but those to keep, each ended by a NUL.
  public void printPathsNulTerminated(List<DuplicateGroup> groups) {
    printPaths(groups, PathPrinter.nulTerminated(console));
  }

  /// How much there was, on standard error.
  public void printSummary(List<DuplicateGroup> groups) {
    long duplicates = groups.stream().mapToLong(group -> group.duplicates().size()).sum();
    long bytes = groups.stream().mapToLong(DuplicateGroup::bytes).sum();
    console
        .err()
        .println(
            groups.isEmpty()
                ? "no duplicates"
                : "%s of %s; %s could go, which would free %s"
                    .formatted(
                        Quantities.count(groups.size(), "group"),
                        Quantities.count(groups.size() + duplicates, "picture"),
                        Quantities.count(duplicates),
                        Quantities.bytes(bytes)));
    console.err().flush();
  }

  private static void printPaths(List<DuplicateGroup> groups, PathPrinter printer) {
    groups.stream()
        .flatMap(group -> group.duplicates().stream())
        .forEach(duplicate -> printer.print(duplicate.picture().file().path()));
    printer.finish();
  }

  private void printText(DuplicateGroup group) {
    int width =
        Stream.concat(
                Stream.of(group.keeper()), group.duplicates().stream().map(Duplicate::picture))
            .mapToInt(picture -> DisplayWidth.of(shown(picture)))
            .max()
            .orElse(0);
    printLine("keep", group.keeper(), width, words(group.reason()));
    group
        .duplicates()
        .forEach(
            duplicate -> printLine("", duplicate.picture(), width, words(duplicate.kinship())));
  }

  private void printLine(String mark, Picture picture, int width, String words) {
    String path = DisplayWidth.padEnd(shown(picture), width);
    String line =
        String.format(
            Locale.ROOT,
            "%-4s  %s  %11s  %10s  %s",
            mark,
            path,
            words(picture.dimensions()),
            Quantities.bytes(picture.file().size()),
            words);
    console.out().println(mark.isEmpty() ? line : Style.BOLD.on(console, line));
  }

  private String shown(Picture picture) {
    return console.shown(picture.file().path());
  }

  private static String words(@Nullable Dimensions dimensions) {
    return dimensions == null ? "" : dimensions.width() + "x" + dimensions.height();
  }

  private static String words(Reason reason) {
    return switch (reason) {
      case MOST_PIXELS -> "most pixels";
      case CAMERA_DATA -> "has what the camera wrote";
      case LARGEST_FILE -> "largest file";
      case TAKEN_FIRST -> "taken first";
      case OLDEST_FILE -> "oldest file";
      case SHORTEST_PATH -> "shortest path";
      case FIRST_BY_NAME -> "first by name";
    };
  }

  private static String words(Kinship kinship) {
    return switch (kinship) {
      case Kinship.SameBytes() -> "same bytes";
      case Kinship.Near(double cosine, double difference) ->
          String.format(
              Locale.ROOT, "near: cosine %.2f, %.1f %% differs", cosine, 100 * difference);
    };
  }

  private static void write(Json json, DuplicateGroup group) {
    json.object(
        () -> {
          json.object(
              "keeper",
              () -> {
                write(json, group.keeper());
                json.field("reason", words(group.reason()));
              });
          json.array(
              "duplicates", () -> group.duplicates().forEach(duplicate -> write(json, duplicate)));
        });
  }

  private static void write(Json json, Duplicate duplicate) {
    json.object(
        () -> {
          write(json, duplicate.picture());
          switch (duplicate.kinship()) {
            case Kinship.SameBytes() -> json.field("kind", "exact");
            case Kinship.Near(double cosine, double difference) ->
                json.field("kind", "near")
                    .field("cosine", cosine, PhotoFields.SCORE_DIGITS)
                    .field("difference", difference, DIFFERENCE_DIGITS);
          }
        });
  }

  private static void write(Json json, Picture picture) {
    json.field("path", picture.file().path().toString()).field("size", picture.file().size());
    Dimensions dimensions = picture.dimensions();
    if (dimensions != null) {
      json.field("width", dimensions.width()).field("height", dimensions.height());
    }
  }
}
