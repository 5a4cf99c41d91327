package dev.imagedb.embed.files;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.imagedb.fault.UserException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/// The index of weights that are split into several files, as `huggingface_hub` writes it: a JSON
/// object whose `weight_map` gives each tensor's file.
public final class ShardIndex {
  private static final long LARGEST = 1 << 26;
  private static final int MOST_SHARDS = 1000;

  /// A name in the index's own folder: an index from the net must not lead elsewhere.
  private static final Pattern NAME = Pattern.compile("\\w[\\w.-]*\\.safetensors");

  private ShardIndex() {}

  /// The names of the files, each once, in order.
  ///
  /// @throws UserException where it is no index
  public static List<String> read(Path file) {
    JsonObject root = JsonFile.read(file, LARGEST, "an index of weights");
    try {
      return names(file, root);
    } catch (IllegalStateException | UnsupportedOperationException | ClassCastException e) {
      throw damaged(file, "it has no weight_map of tensors to files");
    }
  }

  private static List<String> names(Path file, JsonObject root) {
    JsonObject map = root.getAsJsonObject("weight_map");
    if (map == null || map.isEmpty()) {
      throw damaged(file, "it has no weight_map of tensors to files");
    }
    List<String> names =
        map.asMap().values().stream().map(JsonElement::getAsString).distinct().sorted().toList();
    for (String name : names) {
      if (!NAME.matcher(name).matches() || name.contains("..")) {
        throw damaged(
            file, "\"" + Excerpt.of(name) + "\" is no name of a safetensors file beside it");
      }
    }
    if (names.size() > MOST_SHARDS) {
      throw damaged(file, "it names " + names.size() + " files");
    }
    return names;
  }

  private static UserException damaged(Path file, String what) {
    return UserException.failed(
        file + " is no usable index of weights: " + what, "fetch the model's files anew");
  }
}
