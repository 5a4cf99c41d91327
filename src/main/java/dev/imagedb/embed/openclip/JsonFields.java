package dev.imagedb.embed.openclip;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.imagedb.fault.UserException;
import java.util.Arrays;
import java.util.Set;

/// A JSON object of a model's config whose every key must be one we know: a key that is passed over
/// is a vector that is a little wrong.
final class JsonFields {
  private final String where;
  private final JsonObject object;

  JsonFields(String where, JsonObject object, Set<String> known) {
    this.where = where;
    this.object = object;
    for (String key : object.keySet()) {
      if (!known.contains(key)) {
        throw UserException.failed(
            where + " has the key '" + key + "', which this version does not know",
            "update imagedb, or choose another model: --model builtin");
      }
    }
  }

  boolean has(String key) {
    return object.has(key) && !object.get(key).isJsonNull();
  }

  JsonObject object(String key) {
    if (required(key).isJsonObject()) {
      return object.getAsJsonObject(key);
    }
    throw wrong(key, "an object");
  }

  int integer(String key) {
    JsonElement value = required(key);
    if (value instanceof JsonPrimitive number && number.isNumber()) {
      double wide = number.getAsDouble();
      if (wide == Math.rint(wide) && wide >= 0 && wide < 1 << 24) {
        return (int) wide;
      }
    }
    throw wrong(key, "a whole number");
  }

  int integer(String key, int otherwise) {
    return has(key) ? integer(key) : otherwise;
  }

  double number(String key, double otherwise) {
    if (!has(key)) {
      return otherwise;
    }
    if (object.get(key) instanceof JsonPrimitive number && number.isNumber()) {
      return number.getAsDouble();
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

  /// A number for all of `length` places, or a list of that length.
  double[] numbers(String key, double[] otherwise) {
    if (!has(key)) {
      return otherwise;
    }
    double[] numbers = new double[otherwise.length];
    JsonElement value = object.get(key);
    if (value instanceof JsonArray array && array.size() == numbers.length) {
      for (int i = 0; i < numbers.length; i++) {
        numbers[i] = array.get(i).getAsDouble();
      }
      return numbers;
    }
    if (value instanceof JsonPrimitive number && number.isNumber()) {
      Arrays.fill(numbers, number.getAsDouble());
      return numbers;
    }
    throw wrong(key, "a number or " + numbers.length + " numbers");
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
        where + " asks for " + feature + ", which is not supported yet",
        "choose another model, such as laion/CLIP-ViT-B-32-laion2B-s34B-b79K");
  }

  private UserException wrong(String key, String expected) {
    return UserException.failed(
        where + ": '" + key + "' is " + object.get(key) + ", expected " + expected,
        "fetch the model's files anew");
  }
}
