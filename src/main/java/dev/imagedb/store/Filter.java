package dev.imagedb.store;

import static java.util.stream.Collectors.joining;

import dev.imagedb.fault.UserException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a picture must be, to be looked at at all. A filter never changes the order of what passes.
public sealed interface Filter {

  /// A query in Lucene's own language over every field: `iso:[800 TO *] AND camera:"X100V"`.
  record Where(String query) implements Filter {}

  /// Taken in a span of time, as the camera's clock told it.
  ///
  /// @param from the first moment; null for any
  /// @param until the first moment that is too late; null for any
  record Taken(@Nullable LocalDateTime from, @Nullable LocalDateTime until) implements Filter {
    public Taken {
      if (from != null && until != null && !from.isBefore(until)) {
        throw UserException.usage(
            "no time is after %s and before %s".formatted(from, until),
            "--after 2019 --before 2021");
      }
    }
  }

  /// Taken near a place (WGS 84).
  record Near(double latitude, double longitude, double metres) implements Filter {
    public Near {
      requirePlace(latitude, longitude);
      if (!(metres > 0) || Double.isInfinite(metres)) {
        throw UserException.usage(
            "a distance is " + metres + " m, expected more than 0", "--near 48.8584,2.2945,10km");
      }
    }
  }

  /// Taken in a box between two parallels and two meridians (WGS 84); where the west is greater
  /// than the east, it reaches over the date line.
  record Box(double south, double west, double north, double east) implements Filter {
    public Box {
      requirePlace(south, west);
      requirePlace(north, east);
      if (south > north) {
        throw UserException.usage(
            "a box's south, %s, lies north of its north, %s".formatted(south, north),
            "--box SOUTH,WEST,NORTH,EAST");
      }
    }
  }

  /// Taken with a camera in whose make and model these words stand.
  record Camera(String words) implements Filter {
    public Camera {
      requireWords(words, "--camera", "X100V");
    }
  }

  /// Taken through a lens in whose name these words stand.
  record Lens(String words) implements Filter {
    public Lens {
      requireWords(words, "--lens", "50mm");
    }
  }

  /// With one of these file extensions, lower-case, without a dot.
  record Extension(Set<String> extensions) implements Filter {
    public Extension {
      extensions = Set.copyOf(extensions);
    }
  }

  /// In one of these folders, or anywhere below it; or one of these files.
  ///
  /// @param folders absolute
  record Under(List<Path> folders) implements Filter {
    public Under {
      folders = List.copyOf(folders);
    }

    public Under(Path folder) {
      this(List.of(folder));
    }
  }

  /// At least so wide and so high, in pixels of the upright picture.
  record Size(int leastWidth, int leastHeight) implements Filter {}

  /// Of a shape: within a hundredth of square, or else wider than high, or higher than wide.
  record Shaped(Shape shape) implements Filter {}

  /// Rated at least so.
  ///
  /// @param least 1 to 5
  record Rated(int least) implements Filter {
    public Rated {
      if (least < 1 || least > 5) {
        throw UserException.usage(
            "--rating is " + least + ", expected 1 to 5", "--rating 4 for four stars and more");
      }
    }
  }

  /// The shape of an upright picture.
  enum Shape {
    LANDSCAPE,
    PORTRAIT,
    SQUARE
  }

  /// What a person typed to ask for it.
  default String typed() {
    return switch (this) {
      case Where(String query) -> "--where '" + query + "'";
      case Taken(LocalDateTime from, LocalDateTime until) ->
          ((from == null ? "" : "--after " + from + " ")
                  + (until == null ? "" : "--before " + until))
              .strip();
      case Near(double latitude, double longitude, double metres) ->
          "--near %s,%s,%skm".formatted(latitude, longitude, metres / 1000);
      case Box(double south, double west, double north, double east) ->
          "--box %s,%s,%s,%s".formatted(south, west, north, east);
      case Camera(String words) -> "--camera \"" + words + "\"";
      case Lens(String words) -> "--lens \"" + words + "\"";
      case Extension(Set<String> extensions) ->
          "--ext " + String.join(",", extensions.stream().sorted().toList());
      case Under(List<Path> folders) ->
          folders.stream().map(folder -> "--under " + folder).collect(joining(" "));
      case Size(int width, int height) ->
          width > 0 ? "--min-width " + width : "--min-height " + height;
      case Shaped(Shape shape) -> "--" + shape.name().toLowerCase(Locale.ROOT);
      case Rated(int least) -> "--rating " + least;
    };
  }

  private static void requirePlace(double latitude, double longitude) {
    if (!(Math.abs(latitude) <= 90) || !(Math.abs(longitude) <= 180)) {
      throw UserException.usage(
          "no place on earth: %s,%s (latitude, longitude)".formatted(latitude, longitude),
          "--near 48.8584,2.2945");
    }
  }

  private static void requireWords(String words, String option, String example) {
    if (words.isBlank()) {
      throw UserException.usage(option + " has no words", option + " \"" + example + "\"");
    }
  }
}
