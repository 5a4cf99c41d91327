package dev.imagedb.search;

import dev.imagedb.fault.UserException;
import org.jspecify.annotations.Nullable;

/// One of many queries, as it was written on a line of its own: words that describe a picture, or a
/// JSON object with any of `id`, `image`, `prompt`, `text`, `like`, `notImage`, `notPrompt` (each a
/// text, or an array of texts) and `limit`.
///
/// @param limit how many hits at most; null where the line does not say
public record QueryLine(QueryName name, Wording wording, @Nullable Integer limit) {
  public QueryLine {
    if (wording.namesStandardInput()) {
      throw UserException.usage(
          "one of many queries cannot be a picture on standard input", "name a picture file");
    }
  }

  /// How a line is to be understood.
  ///
  /// @param written not blank
  /// @throws UserException where it begins as JSON, and is none that can be understood
  public static QueryLine parse(String written) {
    return written.startsWith("{")
        ? QueryObject.parse(written).line()
        : new QueryLine(new QueryName.Line(written), Wording.ofPrompt(written), null);
  }

  /// What a line is known by, also where it cannot be understood.
  public static QueryName nameOf(String written) {
    return written.startsWith("{") ? QueryObject.nameOf(written) : new QueryName.Line(written);
  }
}
