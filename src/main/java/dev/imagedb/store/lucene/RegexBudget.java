package dev.imagedb.store.lucene;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a regular expression may cost before it is built.
///
/// Lucene limits the work of making an automaton deterministic, but unrolls counted repetitions
/// first, and reads an expression by recursion.
final class RegexBudget {
  private static final int LONGEST = 500;
  private static final long MOST_COPIES = 1_000;
  private static final Pattern COUNT = Pattern.compile("[{,]\\s*(\\d+)");

  private RegexBudget() {}

  static boolean allows(String expression) {
    return expression.length() <= LONGEST && copies(expression) <= MOST_COPIES;
  }

  /// How often the innermost part is written out, were all repetitions nested.
  private static long copies(String expression) {
    long copies = 1;
    for (Matcher count = COUNT.matcher(expression); count.find() && copies <= MOST_COPIES; ) {
      String digits = count.group(1);
      copies *= digits.length() > 4 ? MOST_COPIES + 1 : Math.max(1, Long.parseLong(digits));
    }
    return copies;
  }
}
