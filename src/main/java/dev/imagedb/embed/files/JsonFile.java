package dev.imagedb.embed.files;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dev.imagedb.fault.ExitCode;
import dev.imagedb.fault.UserException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A model's small files of JSON, each one object.
public final class JsonFile {
  private static final String FETCH = "fetch the model's files anew";

  private JsonFile() {}

  /// Reads a file.
  ///
  /// @param most bytes that are believed
  /// @param kind what it should be, for the message: `config`
  /// @throws UserException where it cannot be read, is larger, or holds no object
  public static JsonObject read(Path file, long most, String kind) {
    try {
      if (Files.size(file) > most) {
        throw UserException.failed(
            file + " is too large for " + kind, "is it the right file? else " + FETCH);
      }
      return parse(file.toString(), Files.readString(file));
    } catch (CharacterCodingException e) {
      throw notJson(file.toString());
    } catch (IOException e) {
      throw new UserException(
          ExitCode.FAILED, "cannot read " + file + ": " + e.getMessage(), FETCH, e);
    }
  }

  /// Reads what a file holds.
  ///
  /// @throws UserException where that is no object
  public static JsonObject parse(String file, String json) {
    JsonElement root;
    try {
      root = JsonParser.parseString(json);
    } catch (JsonParseException e) {
      throw notJson(file);
    }
    if (!root.isJsonObject()) {
      throw UserException.failed(file + " holds no JSON object", FETCH);
    }
    return root.getAsJsonObject();
  }

  private static UserException notJson(String file) {
    return UserException.failed(file + " is not JSON", FETCH);
  }
}
