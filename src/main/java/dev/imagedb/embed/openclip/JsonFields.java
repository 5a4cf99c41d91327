package dev.imagedb.embed.openclip;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.imagedb.embed.files.Excerpt;
import dev.imagedb.fault.UserException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/// A JSON object of a model's config whose every key must be one we know: a key that is passed over
/// is a vector that is a little wrong.
final class JsonFields {
  private static final int LARGEST_INTEGER = 1 << 24;

  private final String where;
  private final JsonObject object;

  JsonFields(String where, JsonObject object, Set<String> known) {
    this.where = where;
    this.object = object;
    for (String key : object.keySet()) {
      if (!known.contains(key)) {
        throw UserException.failed(
            where + " has the key '" + Excerpt.of(key) + "', which this version does not know",
            "update imagedb, or choose another model: --model builtin");
      }
    }
  }

  static Set<String> union(Set<String> some, String... more) {
    Set<String> all = new HashSet<>(some);
    all.addAll(Set.of(more));
    return Set.copyOf(all);
  }

  boolean has(String key) {
    return object.has(key) && !object.get(key).isJsonNull();
  }

  /// Whether a key says that there is nothing, which is more than to be silent.
  boolean isNull(String key) {
    return object.has(key) && object.get(key).isJsonNull();
  }

  JsonObject object(String key) {
    if (required(key).isJsonObject()) {
      return object.getAsJsonObject(key);
    }
    throw wrong(key, "an object");
  }

  /// An object's own fields, of which these are known.
  JsonFields fields(String key, Set<String> known) {
    return new JsonFields(where + ": " + key, object(key), known);
  }

  int integer(String key) {
    return whole(key, required(key), 0, LARGEST_INTEGER);
  }

  int integer(String key, int otherwise) {
    return has(key) ? integer(key) : otherwise;
  }

  /// How many there are of something: 1 at least.
  ///
  /// @param most beyond which the config is not believed
  int count(String key, int most) {
    return whole(key, required(key), 1, most);
  }

  int count(String key, int otherwise, int most) {
    return has(key) ? count(key, most) : otherwise;
  }

  /// A list of as many counts.
  long[] counts(String key, int length, int most) {
    if (required(key) instanceof JsonArray array && array.size() == length) {
      return array.asList().stream().mapToLong(value -> whole(key, value, 1, most)).toArray();
    }
    throw wrong(key, length + " numbers");
  }

  /// The side of a square: a count, or twice the same.
  int square(String key, int otherwise, int most) {
    if (has(key) && object.get(key) instanceof JsonArray) {
      long[] sides = counts(key, 2, most);
      if (sides[0] != sides[1]) {
        throw unsupported(key + " of " + sides[0] + " x " + sides[1]);
      }
      return (int) sides[0];
    }
    return count(key, otherwise, most);
  }

  private int whole(String key, JsonElement value, int least, int most) {
    if (value instanceof JsonPrimitive number && number.isNumber()) {
      double wide = number.getAsDouble();
      if (wide == Math.rint(wide) && wide >= least && wide <= most) {
        return (int) wide;
      }
    }
    throw wrong(key, "a whole number from " + least + " to " + most);
  }

  double number(String key, double otherwise) {
    return has(key) ? finite(key, object.get(key)) : otherwise;
  }

  private double finite(String key, JsonElement value) {
    if (value instanceof JsonPrimitive number && number.isNumber()) {
      double wide = number.getAsDouble();
      if (Double.isFinite(wide)) {
        return wide;
      }
    }
    throw wrong(key, "a number");
  }

  boolean flag(String key, boolean otherwise) {
    if (!has(key)) {
      return otherwise;
    }
    if (object.get(key) instanceof JsonPrimitive flag && flag.isBoolean()) {
      return flag.getAsBoolean();
    }
    throw wrong(key, "true or false");
  }

  String text(String key, String otherwise) {
    if (!has(key)) {
      return otherwise;
    }
    if (object.get(key) instanceof JsonPrimitive text && text.isString()) {
      return text.getAsString();
    }
    throw wrong(key, "a text");
  }

  /// A list of as many numbers as there are otherwise, or one number for all of them.
  double[] numbers(String key, double[] otherwise) {
    if (!has(key)) {
      return otherwise;
    }
    double[] numbers = new double[otherwise.length];
    if (!(object.get(key) instanceof JsonArray array)) {
      Arrays.fill(numbers, finite(key, object.get(key)));
      return numbers;
    }
    if (array.size() != numbers.length) {
      throw wrong(key, "a number or " + numbers.length + " numbers");
    }
    Arrays.setAll(numbers, i -> finite(key, array.get(i)));
    return numbers;
  }

  JsonElement required(String key) {
    if (!has(key)) {
      throw UserException.failed(where + " lacks '" + key + "'", "fetch the model's files anew");
    }
    return object.get(key);
  }

  /// Ends the run for a feature that is known but not supported, unless it is switched off.
  void mustBeOff(String... keys) {
    for (String key : keys) {
      if (has(key)) {
        String value = object.get(key).toString();
        if (!value.equals("false") && !value.equals("0") && !value.equals("0.0")) {
          throw unsupported(key + "=" + value);
        }
      }
    }
  }

  UserException unsupported(String feature) {
    return UserException.failed(
        where + " asks for " + Excerpt.of(feature) + ", which is not supported yet",
        "choose another model, such as laion/CLIP-ViT-B-32-laion2B-s34B-b79K");
  }

  private UserException wrong(String key, String expected) {
    return UserException.failed(
        "%s: '%s' is %s, expected %s"
            .formatted(where, key, Excerpt.of(object.get(key).toString()), expected),
        "fetch the model's files anew");
  }
}
