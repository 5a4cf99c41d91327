package dev.imagedb.cli;

import dev.imagedb.embed.Precision;
import java.util.Optional;
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

  Optional<String> model() {
    return Optional.ofNullable(model);
  }

  Precision precision() {
    return precision;
  }

  /// Whether the user said how pictures become squares.
  boolean resizes() {
    return resizeMode != null;
  }

  boolean padded() {
    return resizeMode == ResizeMode.PAD;
  }
}
