package dev.imagedb.cli;

import static java.util.stream.Collectors.joining;

import dev.imagedb.fault.UserException;
import dev.imagedb.store.Filter;
import dev.imagedb.store.TimeSpan;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// When pictures were taken. A date counts from its first moment on, as git and fd have it.
@Under("Which pictures")
final class TimeOptions {
  @Option(
      names = "--after",
      paramLabel = "DATE",
      description =
          "Taken since then: 2019, 2019-07, 2019-07-01, 2019-07-01T12:30, today, yesterday, 7d (the day"
              + " seven days ago); from its beginning on.")
  private @Nullable String after;

  @Option(
      names = "--before",
      paramLabel = "DATE",
      description = "Taken before then: before it begins.")
  private @Nullable String before;

  @Option(
      names = "--on",
      paramLabel = "DATE",
      description = "Taken in that year, month, day or minute.")
  private @Nullable String on;

  /// The one span that all of the options leave; empty where none is given.
  Optional<Filter> filter(LocalDate today) {
    Optional<TimeSpan> first = span("--after", after, today);
    Optional<TimeSpan> end = span("--before", before, today);
    Optional<TimeSpan> within = span("--on", on, today);
    LocalDateTime from =
        Stream.of(first, within)
            .flatMap(Optional::stream)
            .map(TimeSpan::from)
            .max(Comparator.naturalOrder())
            .orElse(null);
    LocalDateTime until =
        Stream.of(end.map(TimeSpan::from), within.map(TimeSpan::until))
            .flatMap(Optional::stream)
            .min(Comparator.naturalOrder())
            .orElse(null);
    if (from == null && until == null) {
      return Optional.empty();
    }
    requireSomeTime(from, until);
    return Optional.of(new Filter.Taken(from, until));
  }

  private static Optional<TimeSpan> span(String option, @Nullable String written, LocalDate today) {
    if (written == null) {
      return Optional.empty();
    }
    Optional<TimeSpan> span = TimeSpan.parse(written, today);
    if (span.isEmpty()) {
      throw UserException.usage(
          "%s is \"%s\", expected a date like %s".formatted(option, written, TimeSpan.FORMS),
          option + " 2019-07");
    }
    return span;
  }

  private void requireSomeTime(@Nullable LocalDateTime from, @Nullable LocalDateTime until) {
    if (from != null && until != null && !from.isBefore(until)) {
      String typed =
          Stream.of(typed("--on", on), typed("--after", after), typed("--before", before))
              .flatMap(Optional::stream)
              .collect(joining(" and "));
      throw UserException.usage(
          typed + " leave no time in which a picture could be taken",
          "--after 2019 --before 2021 for 2019 and 2020");
    }
  }

  private static Optional<String> typed(String option, @Nullable String value) {
    return Optional.ofNullable(value).map(date -> option + " " + date);
  }
}
