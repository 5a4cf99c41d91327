package dev.imagedb.store.lucene;

import dev.imagedb.store.TimeSpan;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.document.DoubleField;
import org.apache.lucene.document.IntField;
import org.apache.lucene.document.LongField;
import org.apache.lucene.search.Query;

/// How the values of a field that has an order are written by people and kept by the index.
///
/// Whatever a field holds, its values are counted as doubles here, which hold every `int`, and
/// every size and millisecond below 2^53, to the digit.
enum Scale {
  COUNT("a whole number", "800"),
  BYTES("a size", "2MB, 500k or 1234"),
  RATIO("a number", "1.5"),
  F_NUMBER("an f-number", "2.8 or f/2.8"),
  SECONDS("an exposure time", "1/60 or 0.5s"),
  MILLIMETRES("a focal length", "50 or 50mm"),
  METRES("a height", "120 or 120m"),
  /// What a camera's clock showed, kept as if that were UTC.
  CLOCK_TIME("a date", TimeSpan.FORMS),
  /// A moment; a date means the time zone of who asks.
  MOMENT("a date", TimeSpan.FORMS);

  /// Cameras write 1/60 as 0.0167 and as 166667/10000000: what agrees to two digits is the same.
  private static final double SAME = 0.005;

  private static final Pattern NUMBER = Pattern.compile("[-+]?(?:\\d{1,18}(?:\\.\\d*)?|\\.\\d+)");
  private static final Pattern QUOTIENT = Pattern.compile("(\\d{1,9})/(\\d{1,9})");
  private static final Pattern SIZE = Pattern.compile("(\\d{1,18}(?:\\.\\d+)?)\\s?([kmgt]?)(i?)b?");

  private final String meaning;
  private final String examples;

  Scale(String meaning, String examples) {
    this.meaning = meaning;
    this.examples = examples;
  }

  /// All values that are meant by one that is written.
  ///
  /// @param least inclusive
  /// @param most inclusive
  record Span(double least, double most) {
    private static Span about(double value) {
      double apart = Math.abs(value) * SAME;
      return new Span(value - apart, value + apart);
    }

    private static Span of(double value) {
      return new Span(value, value);
    }
  }

  /// `a size`, for messages.
  String meaning() {
    return meaning;
  }

  /// `2MB, 500k or 1234`, for messages.
  String examples() {
    return examples;
  }

  /// What a written value means; empty where it cannot be read.
  Optional<Span> read(String written, Clock clock) {
    String value = written.strip().toLowerCase(Locale.ROOT);
    return switch (this) {
      case COUNT -> number(value).filter(count -> count == Math.rint(count)).map(Span::of);
      case BYTES -> bytes(value).map(Span::of);
      case RATIO -> number(value).map(Span::about);
      case F_NUMBER -> number(value.replaceFirst("^f/?", "")).map(Span::about);
      case SECONDS -> seconds(value.replaceFirst("\\s?s$", "")).map(Span::about);
      case MILLIMETRES -> number(value.replaceFirst("\\s?mm$", "")).map(Span::about);
      case METRES -> number(value.replaceFirst("\\s?m$", "")).map(Span::about);
      case CLOCK_TIME -> time(value, clock, ZoneOffset.UTC);
      case MOMENT -> time(value, clock, clock.getZone());
    };
  }

  private static Optional<Double> number(String value) {
    return NUMBER.matcher(value).matches() ? Optional.of(Double.valueOf(value)) : Optional.empty();
  }

  private static Optional<Double> seconds(String value) {
    Matcher parts = QUOTIENT.matcher(value);
    return parts.matches()
        ? Optional.of(Double.parseDouble(parts.group(1)) / Double.parseDouble(parts.group(2)))
            .filter(Double::isFinite)
        : number(value);
  }

  /// In powers of a thousand, as they are shown; `MiB` in powers of 1,024.
  private static Optional<Double> bytes(String value) {
    Matcher parts = SIZE.matcher(value);
    if (!parts.matches()) {
      return Optional.empty();
    }
    int thousands = parts.group(2).isEmpty() ? 0 : "kmgt".indexOf(parts.group(2)) + 1;
    double thousand = parts.group(3).isEmpty() ? 1_000 : 1_024;
    return Optional.of(
        Math.rint(Double.parseDouble(parts.group(1)) * Math.pow(thousand, thousands)));
  }

  private static Optional<Span> time(String value, Clock clock, ZoneId zone) {
    return TimeSpan.parse(value, LocalDate.now(clock))
        .map(span -> new Span(millis(span.from(), zone), millis(span.until(), zone) - 1.0));
  }

  private static long millis(LocalDateTime time, ZoneId zone) {
    return time.atZone(zone).toInstant().toEpochMilli();
  }

  /// The next value above this one that the index can hold.
  double above(double value) {
    return isFraction() ? Math.nextUp(value) : value + 1;
  }

  /// The next value below this one that the index can hold.
  double below(double value) {
    return isFraction() ? Math.nextDown(value) : value - 1;
  }

  private boolean isFraction() {
    return switch (this) {
      case RATIO, F_NUMBER, SECONDS, MILLIMETRES, METRES -> true;
      case COUNT, BYTES, CLOCK_TIME, MOMENT -> false;
    };
  }

  /// Pictures whose value lies in a span. What an `int` or a `long` cannot hold counts as the
  /// greatest or the least that it can.
  Query in(String field, Span span) {
    return switch (this) {
      case COUNT -> IntField.newRangeQuery(field, (int) span.least(), (int) span.most());
      case BYTES, CLOCK_TIME, MOMENT ->
          LongField.newRangeQuery(field, (long) span.least(), (long) span.most());
      case RATIO, F_NUMBER, SECONDS, MILLIMETRES, METRES ->
          DoubleField.newRangeQuery(field, span.least(), span.most());
    };
  }
}
