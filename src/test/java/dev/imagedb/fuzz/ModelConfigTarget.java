package dev.imagedb.fuzz;

import dev.imagedb.embed.openclip.OpenClipModel;
import dev.imagedb.fault.UserException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Any bytes are a model's config, or the index of its weights, or are refused in one line.
public final class ModelConfigTarget {
  private ModelConfigTarget() {}

  /// Called by Jazzer.
  public static void fuzzerTestOneInput(byte[] json) {
    InMemory.folder(
        folder -> {
          Path file = Files.write(folder.resolve("model.json"), json);
          readOrRefused(() -> OpenClipModel.checkConfig(file));
          readOrRefused(() -> OpenClipModel.shards(file));
        });
  }

  private static void readOrRefused(Runnable reading) {
    try {
      reading.run();
    } catch (UserException refused) {
      OneLine.require(refused);
    }
  }
}
