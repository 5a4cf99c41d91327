package dev.imagedb.embed.files;

import dev.imagedb.fault.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A folder that holds a model as OpenCLIP publishes it.
public record ModelFolder(Path path) {
  private static final String CONFIG = "open_clip_config.json";
  private static final String WEIGHTS = "open_clip_model.safetensors";
  private static final List<String> INDEXES =
      List.of("open_clip_model.safetensors.index.json", "model.safetensors.index.json");
  private static final List<String> PICKLES =
      List.of("open_clip_pytorch_model.bin", "open_clip_model.pt", "pytorch_model.bin");
  private static final List<String> TOKENIZERS =
      List.of("tokenizer.json", "bpe_simple_vocab_16e6.txt.gz");

  /// Four times the largest of the family, Gemma's 33 MB.
  private static final long LARGEST_TOKENIZER = 1 << 27;

  /// Checks that all files are there, and none is too large to be believed. Links may lead out of
  /// the folder: what they lead to is only ever read, and checked as any other file.
  ///
  /// @throws UserException that names the first that is missing or too large
  public static ModelFolder check(Path path) {
    ModelFolder folder = complete(path);
    Path tokenizer = folder.tokenizer();
    if (bytes(tokenizer) > LARGEST_TOKENIZER) {
      throw UserException.failed(
          tokenizer + " is too large for a tokenizer: " + (bytes(tokenizer) >> 20) + " MB",
          "fetch the model's files anew");
    }
    return folder;
  }

  /// Checks that all files are there.
  ///
  /// @throws UserException that names the first that is missing
  public static ModelFolder complete(Path path) {
    if (!Files.isDirectory(path)) {
      throw UserException.failed(
          "there is no model folder " + path, "name a folder that holds " + CONFIG);
    }
    ModelFolder folder = new ModelFolder(path);
    require(folder.config());
    if (folder.index().isEmpty() && !Files.isRegularFile(path.resolve(WEIGHTS))) {
      refusePickle(path);
    }
    folder.weights().forEach(ModelFolder::require);
    folder.tokenizer();
    return folder;
  }

  public Path config() {
    return path.resolve(CONFIG);
  }

  /// One file, or the several that an index names.
  public List<Path> weights() {
    return index()
        .map(index -> ShardIndex.read(index).stream().map(path::resolve).toList())
        .orElse(List.of(path.resolve(WEIGHTS)));
  }

  /// The index of split weights; a file that holds all of them goes first.
  private Optional<Path> index() {
    return Files.isRegularFile(path.resolve(WEIGHTS))
        ? Optional.empty()
        : INDEXES.stream().map(path::resolve).filter(Files::isRegularFile).findFirst();
  }

  public Path tokenizer() {
    for (String name : TOKENIZERS) {
      if (Files.isRegularFile(path.resolve(name))) {
        return path.resolve(name);
      }
    }
    throw missing(path.resolve(TOKENIZERS.getFirst()));
  }

  private static long bytes(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw missing(file);
    }
  }

  private static void require(Path file) {
    if (!Files.isRegularFile(file)) {
      throw missing(file);
    }
  }

  private static UserException missing(Path file) {
    return UserException.failed(
        "the model lacks " + file,
        "a model folder holds " + CONFIG + ", " + WEIGHTS + " and " + TOKENIZERS.getFirst());
  }

  private static void refusePickle(Path path) {
    for (String name : PICKLES) {
      if (Files.exists(path.resolve(name))) {
        throw UserException.failed(
            "the model's weights are a pickle, which can run code and is never loaded: "
                + path.resolve(name),
            "save them as " + WEIGHTS + " (safetensors)");
      }
    }
  }
}
