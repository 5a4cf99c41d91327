package dev.imagedb.cli;

import static java.util.stream.Collectors.toSet;

import dev.imagedb.fault.UserException;
import dev.imagedb.store.Filter;
import dev.imagedb.store.Filter.Shape;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// What pictures must be. Each option narrows further what the others leave; several extensions,
/// and several folders, stand for any of them.
@Under("Which pictures")
final class FilterOptions {
  @Option(
      names = "--where",
      paramLabel = "QUERY",
      description =
          "Fields are so, in Lucene's query language: 'taken:[2019 TO 2020-06] AND"
              + " iso:>=800 AND NOT camera:\"X100V\"'.")
  private List<String> queries = List.of();

  @Mixin private TimeOptions time = new TimeOptions();
  @Mixin private PlaceOptions place = new PlaceOptions();

  @Option(
      names = "--camera",
      paramLabel = "WORDS",
      description = "Taken with a camera of these words: a part of make and model.")
  private @Nullable String camera;

  @Seldom
  @Option(
      names = "--lens",
      paramLabel = "WORDS",
      description = "Taken through a lens of these words: a part of its name.")
  private @Nullable String lens;

  @Seldom
  @Option(
      names = "--ext",
      paramLabel = "EXT",
      split = ",",
      description = "With one of these file extensions: jpg,png. jpg means jpeg, too.")
  private List<String> extensions = List.of();

  @Option(
      names = "--under",
      paramLabel = "DIR",
      description = "In this folder or below it; of several, in any.")
  private List<Path> folders = List.of();

  @Seldom
  @Option(
      names = "--min-width",
      paramLabel = "PIXELS",
      converter = PositiveInteger.class,
      description = "At least so wide, upright.")
  private @Nullable Integer minWidth;

  @Seldom
  @Option(
      names = "--min-height",
      paramLabel = "PIXELS",
      converter = PositiveInteger.class,
      description = "At least so high, upright.")
  private @Nullable Integer minHeight;

  @ArgGroup(exclusive = true)
  private @Nullable ShapeChoice shape;

  @Seldom
  @Option(
      names = "--rating",
      paramLabel = "STARS",
      converter = PositiveInteger.class,
      description = "Rated with so many stars (1 to 5) or more.")
  private @Nullable Integer rating;

  private static final class ShapeChoice {
    @Seldom
    @Option(names = "--landscape", description = "Wider than high.")
    private boolean landscape;

    @Seldom
    @Option(names = "--portrait", description = "Higher than wide.")
    private boolean portrait;

    @Seldom
    @Option(names = "--square", description = "As wide as high, within a hundredth.")
    private boolean square;

    Shape shape() {
      if (landscape) {
        return Shape.LANDSCAPE;
      }
      return portrait && !square ? Shape.PORTRAIT : Shape.SQUARE;
    }
  }

  /// All of these must be met.
  ///
  /// @param workingDirectory that relative folders start from
  /// @param clock tells what `today` is
  List<Filter> filters(Path workingDirectory, Clock clock) {
    List<Filter> all = new ArrayList<>();
    queries.forEach(query -> all.add(new Filter.Where(query)));
    time.filter(LocalDate.now(clock)).ifPresent(all::add);
    all.addAll(place.filters());
    addEquipment(all);
    if (!extensions.isEmpty()) {
      all.add(new Filter.Extension(plainExtensions()));
    }
    if (!folders.isEmpty()) {
      all.add(new Filter.Under(absolute(workingDirectory)));
    }
    addQualities(all);
    return List.copyOf(all);
  }

  private void addEquipment(List<Filter> all) {
    if (camera != null) {
      all.add(new Filter.Camera(camera));
    }
    if (lens != null) {
      all.add(new Filter.Lens(lens));
    }
  }

  private void addQualities(List<Filter> all) {
    if (minWidth != null) {
      all.add(new Filter.Size(minWidth, 0));
    }
    if (minHeight != null) {
      all.add(new Filter.Size(0, minHeight));
    }
    if (shape != null) {
      all.add(new Filter.Shaped(shape.shape()));
    }
    if (rating != null) {
      all.add(new Filter.Rated(rating));
    }
  }

  /// Some write `.JPG` or `*.jpg`.
  private Set<String> plainExtensions() {
    Set<String> plain =
        extensions.stream()
            .map(extension -> extension.strip().toLowerCase(Locale.ROOT))
            .map(extension -> extension.replaceFirst("^\\*?\\.", ""))
            .collect(toSet());
    if (plain.contains("")) {
      throw UserException.usage(
          "--ext is \"%s\", expected extensions".formatted(String.join(",", extensions)),
          "--ext jpg,png");
    }
    return plain;
  }

  private List<Path> absolute(Path workingDirectory) {
    return folders.stream().map(folder -> workingDirectory.resolve(folder).normalize()).toList();
  }
}
