package dev.imagedb.output;

import java.util.Map;

/// Whether what goes to standard output is coloured.
public enum ColourChoice {
  /// Where it is a terminal.
  AUTO,
  ALWAYS,
  NEVER;

  /// What the environment asks for: `NO_COLOR` ([no-color.org](https://no-color.org)) before
  /// `CLICOLOR_FORCE` and `CLICOLOR` ([bixense.com/clicolors](http://bixense.com/clicolors)), and
  /// none on a terminal that has none.
  static ColourChoice of(Map<String, String> environment) {
    String force = environment.getOrDefault("CLICOLOR_FORCE", "");
    if (!environment.getOrDefault("NO_COLOR", "").isEmpty()) {
      return NEVER;
    }
    if (!force.isEmpty() && !force.equals("0")) {
      return ALWAYS;
    }
    boolean refused = environment.getOrDefault("CLICOLOR", "1").equals("0");
    return refused || TerminalDevice.isDumb(environment) ? NEVER : AUTO;
  }

  /// Whether to colour.
  ///
  /// @param terminal whether standard output is one
  boolean on(boolean terminal) {
    return this == ALWAYS || (this == AUTO && terminal);
  }
}
