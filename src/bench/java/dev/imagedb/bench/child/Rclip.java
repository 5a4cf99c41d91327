package dev.imagedb.bench.child;

import dev.imagedb.bench.Skip;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// rclip, a photo search on the command line, with the same random model.
///
/// @param program where it is installed
/// @param data a folder that holds the model; its database comes to lie there, too
public record Rclip(Path program, Path data) {
  private static final String DATABASE = "db.sqlite3";

  /// rclip, with what `rclip_model.py` wrote.
  ///
  /// @throws Skip where it is not installed
  public static Rclip at(Path program, Path data) throws Skip {
    if (!Files.exists(program)) {
      throw new Skip("rclip could not be installed: there is no " + program);
    }
    return new Rclip(program, data);
  }

  /// Makes vectors of a folder anew, and then answers a prompt: it has no command that does only
  /// the one.
  public Child index(Path folder) throws IOException, InterruptedException {
    Files.deleteIfExists(data.resolve(DATABASE));
    return Child.run(
        List.of(program.toString(), "--filepath-only", "a dog"),
        Map.of("RCLIP_DATADIR", data.toString(), "HF_HUB_OFFLINE", "1"),
        folder);
  }
}
