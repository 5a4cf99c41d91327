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
public record Rclip(Path program) {
  private static final String DATABASE = "db.sqlite3";

  /// An installed one.
  ///
  /// @throws Skip where there is none
  public static Rclip at(Path program) throws Skip {
    if (!Files.exists(program)) {
      throw new Skip("rclip could not be installed: there is no " + program);
    }
    return new Rclip(program);
  }

  /// Makes vectors of a folder anew, and then answers a prompt: it has no command that does only
  /// the one.
  ///
  /// @param data a folder that holds the model, as `rclip_model.py` writes it; the database comes
  ///   to lie there, too
  public Child index(Path folder, Path data) throws IOException, InterruptedException {
    Files.deleteIfExists(data.resolve(DATABASE));
    return Child.run(
        List.of(program.toString(), "--filepath-only", "a dog"),
        Map.of("RCLIP_DATADIR", data.toString(), "HF_HUB_OFFLINE", "1"),
        folder);
  }
}
