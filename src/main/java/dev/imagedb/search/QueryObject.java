package dev.imagedb.search;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import dev.imagedb.fault.UserException;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// A query that was written as a JSON object. A key that is not known is refused, since a filter
/// that is passed over gives hits that look right.
record QueryObject(String written, JsonObject fields) {
  private static final Set<String> KEYS =
      Set.of("id", "image", "prompt", "text", "like", "notImage", "notPrompt", "limit");

  private static final String EXAMPLE = "{\"id\": 7, \"prompt\": [\"a dog\", \"snow^0.5\"]}";

  static QueryObject parse(String written) {
    try {
      JsonReader reader = new JsonReader(new StringReader(written));
      reader.setStrictness(Strictness.STRICT);
      JsonObject fields = JsonParser.parseReader(reader).getAsJsonObject();
      if (reader.peek() != JsonToken.END_DOCUMENT) {
        throw new MalformedJsonException("more than one value");
      }
      return new QueryObject(written, fields);
    } catch (JsonParseException | IOException e) {
      throw UserException.usage("not a JSON object", EXAMPLE);
    }
  }

  /// The name that it has, or its text where it has none or cannot be read.
  static QueryName nameOf(String written) {
    try {
      return parse(written).name();
    } catch (UserException _) {
      return new QueryName.Line(written);
    }
  }

  QueryLine line() {
    requireKnownKeys();
    return new QueryLine(
        name(),
        new Wording(
            texts("image"),
            texts("prompt"),
            texts("like"),
            texts("notImage"),
            texts("notPrompt"),
            texts("text")),
        limit());
  }

  private QueryName name() {
    return switch (fields.get("id")) {
      case null -> new QueryName.Line(written);
      case JsonPrimitive id when id.isString() -> new QueryName.Text(id.getAsString());
      case JsonPrimitive id when id.isNumber() -> new QueryName.Numeric(id.getAsNumber());
      default -> throw wrong("id", "a text or a number");
    };
  }

  private @Nullable Integer limit() {
    JsonElement limit = fields.get("limit");
    if (limit == null) {
      return null;
    }
    if (limit instanceof JsonPrimitive number && number.isNumber()) {
      double wide = number.getAsDouble();
      if (wide == Math.rint(wide) && wide >= 1 && wide <= Integer.MAX_VALUE) {
        return (int) wide;
      }
    }
    throw wrong("limit", "a whole number from 1 to " + Integer.MAX_VALUE);
  }

  private List<String> texts(String key) {
    return switch (fields.get(key)) {
      case null -> List.of();
      case JsonArray several -> several.asList().stream().map(one -> text(key, one)).toList();
      case JsonElement one -> List.of(text(key, one));
    };
  }

  private String text(String key, JsonElement value) {
    if (value instanceof JsonPrimitive text && text.isString()) {
      return text.getAsString();
    }
    throw wrong(key, "a text or an array of texts");
  }

  private void requireKnownKeys() {
    for (String key : fields.keySet()) {
      if (!KEYS.contains(key)) {
        throw UserException.usage(
            "there is no key '%s', only %s".formatted(key, String.join(", ", new TreeSet<>(KEYS))),
            EXAMPLE);
      }
    }
  }

  private UserException wrong(String key, String expected) {
    return UserException.usage(
        "'%s' is %s, expected %s".formatted(key, fields.get(key), expected), EXAMPLE);
  }
}
