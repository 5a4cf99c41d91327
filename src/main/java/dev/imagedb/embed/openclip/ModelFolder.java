package dev.imagedb.embed.openclip;

import dev.imagedb.fault.UserException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A folder that holds a model as OpenCLIP publishes it.
record ModelFolder(Path path) {
  private static final String CONFIG = "open_clip_config.json";
  private static final String WEIGHTS = "open_clip_model.safetensors";
  private static final List<String> PICKLES =
      List.of("open_clip_pytorch_model.bin", "open_clip_model.pt", "pytorch_model.bin");
  private static final List<String> TOKENIZERS =
      List.of("tokenizer.json", "bpe_simple_vocab_16e6.txt.gz");

  /// Checks that all files are there.
  ///
  /// @throws UserException that names the first that is missing
  static ModelFolder check(Path path) {
    if (!Files.isDirectory(path)) {
      throw UserException.failed(
          "there is no model folder " + path, "name a folder that holds " + CONFIG);
    }
    ModelFolder folder = new ModelFolder(path);
    require(folder.config());
    if (!Files.isRegularFile(folder.weights())) {
      refusePickle(path);
    }
    require(folder.weights());
    folder.tokenizer();
    return folder;
  }

  Path config() {
    return path.resolve(CONFIG);
  }

  Path weights() {
    return path.resolve(WEIGHTS);
  }

  Path tokenizer() {
    for (String name : TOKENIZERS) {
      if (Files.isRegularFile(path.resolve(name))) {
        return path.resolve(name);
      }
    }
    throw missing(path.resolve(TOKENIZERS.getFirst()));
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
