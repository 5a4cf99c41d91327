package dev.imagedb.store.lucene;

import java.util.regex.Pattern;
import org.apache.lucene.queryparser.classic.ParseException;
import org.jspecify.annotations.Nullable;

/// Something in a query that its grammar allows and its fields do not. [WhereQuery] turns it into
/// words that show the place.
final class WhereFault extends ParseException {
  private static final long serialVersionUID = 1L;
  private static final int LONGEST_SHOWN = 40;
  private static final Pattern BREAK = Pattern.compile("\\R");

  private final String problem;
  private final String culprit;
  private final @Nullable String hint;

  /// @param culprit what stands in the query at the place to show
  WhereFault(String problem, String culprit, @Nullable String hint) {
    super(problem);
    this.problem = onOneLine(problem);
    this.culprit = culprit;
    this.hint = hint == null ? null : onOneLine(hint);
  }

  /// There is no such field.
  static WhereFault unknownField(String name) {
    var near = FieldCatalogue.near(name);
    String hint =
        near.isEmpty()
            ? "one of: " + String.join(", ", FieldCatalogue.names())
            : String.join(", or ", near.stream().limit(3).map(field -> field + ":…").toList());
    String question = near.isEmpty() ? "" : " (did you mean " + near.getFirst() + "?)";
    return new WhereFault("there is no field \"" + shortened(name) + "\"" + question, name, hint);
  }

  /// As much of what was typed as fits into a message.
  static String shortened(String text) {
    return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "…";
  }

  /// What was typed may have line breaks, and what is said of it has none.
  private static String onOneLine(String text) {
    return BREAK.matcher(text).replaceAll(" ");
  }

  String problem() {
    return problem;
  }

  String culprit() {
    return culprit;
  }

  @Nullable String hint() {
    return hint;
  }
}
