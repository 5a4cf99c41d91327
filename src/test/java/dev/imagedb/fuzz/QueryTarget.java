package dev.imagedb.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.imagedb.fault.UserException;
import dev.imagedb.search.QueryLine;

/// Any line becomes a query, or is refused in one line.
public final class QueryTarget {
  private QueryTarget() {}

  /// Called by Jazzer.
  public static void fuzzerTestOneInput(byte[] written) {
    String line = new String(written, UTF_8);
    if (line.isBlank()) {
      return;
    }
    QueryLine.nameOf(line);
    try {
      QueryLine.parse(line);
    } catch (UserException refused) {
      OneLine.require(refused);
    }
  }
}
