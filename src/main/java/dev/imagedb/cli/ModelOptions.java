package dev.imagedb.cli;

import dev.imagedb.embed.EmbedderOptions;
import dev.imagedb.embed.Precision;
import dev.imagedb.photo.VectorSpace;
import dev.imagedb.store.PhotoStore;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// `--model` and how it runs.
@Under("Database and model")
final class ModelOptions {
  enum ResizeMode {
    MODEL,
    PAD
  }

  @Option(
      names = "--model",
      paramLabel = "ID|DIR",
      description =
          "An OpenCLIP model: a folder, a name (see imagedb models), or 'builtin'. Default: the"
              + " database's own.")
  private @Nullable String model;

  @Seldom
  @Option(
      names = "--precision",
      paramLabel = "auto|fp32|bf16|int8",
      description =
          "The image tower's arithmetic; bf16 is faster where the processor has it, and auto tries"
              + " both before it indexes; int8 is faster still and less exact. Default: fp32.")
  private Precision precision = Precision.FP32;

  @Seldom
  @Option(
      names = "--resize-mode",
      paramLabel = "model|pad",
      description =
          "How pictures become squares: as the model's config says, or whole, on white. For a new"
              + " database, or with --force.")
  private @Nullable ResizeMode resizeMode;

  Precision precision() {
    return precision;
  }

  /// The model for what a command does with a database.
  ModelRequest request(PhotoStore store, EmbedderOptions how) {
    VectorSpace stored = model == null ? store.space().orElse(null) : null;
    return new ModelRequest(model, stored, resizeMode != null, resizeMode == ResizeMode.PAD, how);
  }
}
