package dev.imagedb.store;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Year;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A span of a clock's time that people name in one word: a year, a month, a day, a minute.
///
/// @param from the first moment
/// @param until the first moment after it
public record TimeSpan(LocalDateTime from, LocalDateTime until) {
  /// What can be written, for messages.
  public static final String FORMS = "2019, 2019-07, 2019-07-01, 2019-07-01T12:30, today, 7d";

  private static final Pattern DATE =
      Pattern.compile("(?<year>\\d{4})(?:-(?<month>\\d{1,2})(?:-(?<day>\\d{1,2}))?)?");
  private static final Pattern MOMENT =
      Pattern.compile(
          "(?<date>\\d{4}-\\d{1,2}-\\d{1,2})[T ]"
              + "(?<hour>\\d{1,2}):(?<minute>\\d{2})(?::(?<second>\\d{2}))?");
  private static final Pattern DAYS_AGO = Pattern.compile("(?<days>\\d{1,5})d");

  /// The span that a word stands for: one of [#FORMS], or `yesterday`. `7d` is the day that was
  /// seven days ago.
  ///
  /// @return empty where the word is none of these, or is no date of the calendar
  public static Optional<TimeSpan> parse(String written, LocalDate today) {
    String word = written.strip().toLowerCase(Locale.ROOT);
    try {
      return switch (word) {
        case "today" -> Optional.of(day(today));
        case "yesterday" -> Optional.of(day(today.minusDays(1)));
        default -> daysAgo(word, today).or(() -> date(word)).or(() -> moment(word));
      };
    } catch (DateTimeException noDate) {
      return Optional.empty();
    }
  }

  private static Optional<TimeSpan> daysAgo(String word, LocalDate today) {
    Matcher form = DAYS_AGO.matcher(word);
    return form.matches()
        ? Optional.of(day(today.minusDays(Long.parseLong(form.group("days")))))
        : Optional.empty();
  }

  private static Optional<TimeSpan> date(String word) {
    Matcher form = DATE.matcher(word);
    if (!form.matches()) {
      return Optional.empty();
    }
    Year year = Year.of(number(form, "year"));
    if (form.group("month") == null) {
      return Optional.of(days(year.atDay(1), year.plusYears(1).atDay(1)));
    }
    YearMonth month = year.atMonth(number(form, "month"));
    if (form.group("day") == null) {
      return Optional.of(days(month.atDay(1), month.plusMonths(1).atDay(1)));
    }
    return Optional.of(day(LocalDate.of(year.getValue(), month.getMonth(), number(form, "day"))));
  }

  /// A minute, or a second where one is given.
  private static Optional<TimeSpan> moment(String word) {
    Matcher form = MOMENT.matcher(word.toUpperCase(Locale.ROOT));
    if (!form.matches()) {
      return Optional.empty();
    }
    boolean seconds = form.group("second") != null;
    LocalTime time =
        LocalTime.of(
            number(form, "hour"), number(form, "minute"), seconds ? number(form, "second") : 0);
    return date(form.group("date"))
        .map(day -> day.from().with(time))
        .map(from -> new TimeSpan(from, seconds ? from.plusSeconds(1) : from.plusMinutes(1)));
  }

  private static int number(Matcher form, String group) {
    return Integer.parseInt(form.group(group));
  }

  private static TimeSpan day(LocalDate date) {
    return days(date, date.plusDays(1));
  }

  private static TimeSpan days(LocalDate first, LocalDate end) {
    return new TimeSpan(first.atStartOfDay(), end.atStartOfDay());
  }
}
