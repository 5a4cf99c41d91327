package dev.imagedb.store.lucene;

import dev.imagedb.fault.UserException;
import dev.imagedb.store.lucene.FieldCatalogue.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A query as it was typed, and as Lucene's grammar can read it.
///
/// To that grammar `/`, `:` and a leading `-` always are signs of its own. People write them in
/// values all the same, where they can mean but one thing: `exposure:1/60`, `f:f/2.8`,
/// `altitude:-5`, `taken:2019-07-01T12:30`, `path:*/2019/*`. There they are escaped.
final class WhereText {
  /// A quoted text, an escaped sign, or a field and what stands behind its colon: a regular
  /// expression, or a value.
  private static final Pattern PART =
      Pattern.compile(
          "\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+\"|\\\\.|(?<![\\p{L}\\d])(?<field>[\\p{L}\\d]++):"
              + "(?:/[^/\\\\]*+(?:\\\\.[^/\\\\]*+)*+/(?=[\\s)^]|$)|(?<value>[^\\s\"()\\[\\]{}]++))",
          Pattern.DOTALL);

  private static final Pattern NUMBER_OR_DATE =
      Pattern.compile("[<>]?=?(?:-?[\\d.]|[fF]/)[\\w.:/+-]*");

  private static final Pattern SIGN_IN_VALUE = Pattern.compile("(?<!\\\\)[/:-]");
  private static final Pattern SIGN_IN_PATH = Pattern.compile("(?<!\\\\)/");

  /// So much of a long query is shown around a mistake that it fits on a line.
  private static final int SHOWN_BEFORE = 40;

  private static final int SHOWN_AFTER = 30;

  /// Signs that a terminal gives no place or more than one, so that the caret would miss its own.
  private static final Pattern UNFIT_TO_SHOW =
      Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]");

  private final String typed;
  private final String readable;

  /// Where a sign is escaped, in the readable text, in order.
  private final List<Integer> escapes;

  private WhereText(String typed, String readable, List<Integer> escapes) {
    this.typed = typed;
    this.readable = readable;
    this.escapes = escapes;
  }

  static WhereText of(String typed) {
    StringBuilder readable = new StringBuilder();
    List<Integer> escapes = new ArrayList<>();
    int done = 0;
    for (int sign : PART.matcher(typed).results().flatMap(part -> signs(part).stream()).toList()) {
      readable.append(typed, done, sign);
      escapes.add(readable.length());
      readable.append('\\');
      done = sign;
    }
    readable.append(typed, done, typed.length());
    return new WhereText(typed, readable.toString(), List.copyOf(escapes));
  }

  /// Where the signs are that mean themselves.
  private static List<Integer> signs(MatchResult part) {
    String value = part.group("value");
    if (value == null) {
      return List.of();
    }
    return FieldCatalogue.find(part.group("field"))
        .map(
            entry ->
                switch (entry.kind()) {
                  case Kind.Ordered _ when NUMBER_OR_DATE.matcher(value).matches() ->
                      SIGN_IN_VALUE.matcher(value);
                  case Kind.Exact _ -> SIGN_IN_PATH.matcher(value);
                  case Kind.Ordered _, Kind.Words _, Kind.Located _ -> null;
                })
        .map(signs -> signs.results().map(sign -> part.start("value") + sign.start()).toList())
        .orElse(List.of());
  }

  /// What Lucene's grammar can read.
  String readable() {
    return readable;
  }

  /// A mistake in the query, told with its place.
  ///
  /// @param place of the mistake in the readable text, from 0
  UserException fault(String problem, int place, @Nullable String hint) {
    long before = escapes.stream().filter(escape -> escape < place).count();
    int column = Math.clamp(place - before, 0, typed.length());
    int start = Math.max(0, column - SHOWN_BEFORE);
    int end = Math.min(typed.length(), column + SHOWN_AFTER);
    String shown = UNFIT_TO_SHOW.matcher(typed.substring(start, end)).replaceAll(" ");
    return UserException.usageAt(
        "--where: %s, at column %d".formatted(problem, column + 1),
        shown + "\n" + " ".repeat(column - start) + "^",
        hint);
  }
}
