package dev.imagedb.embed.hub;

import dev.imagedb.embed.hub.ModelReference.OnHub;
import dev.imagedb.fault.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The files of a model as OpenCLIP publishes it, of which only the first two are always there.
///
/// A repository may hold its tokenizer as `tokenizer.json` or as `vocab.json` and `merges.txt`; one
/// without any means the vocabulary that every OpenCLIP brings along.
record ModelFiles(HubClient client, Retry retry) {
  private static final String CONFIG = "open_clip_config.json";
  private static final String WEIGHTS = "open_clip_model.safetensors";

  /// Weights of more than a few gigabytes are split, with an index that names the parts.
  private static final List<String> WEIGHTS_OR_INDEX =
      List.of(WEIGHTS, "open_clip_model.safetensors.index.json", "model.safetensors.index.json");

  private static final List<String> PICKLES =
      List.of("open_clip_pytorch_model.bin", "open_clip_model.pt", "pytorch_model.bin");

  /// Four times the largest tokenizer of the family, which is the largest of what is not weights.
  private static final long LARGEST_SMALL = 1 << 27;

  private static final String DANGER = "which could run any code when loaded";

  /// A model's files, in the order in which they are fetched: what is small, and what tells whether
  /// the rest is of any use, comes first.
  ///
  /// @param weights all of them, or the index of the files that they are split into
  record Listing(RemoteFile config, List<RemoteFile> small, RemoteFile weights) {
    boolean isSplit() {
      return !weights.name().equals(WEIGHTS);
    }

    /// The model at the commit that its files are of, wherever its branch goes meanwhile.
    OnHub pinned(OnHub model) {
      return new OnHub(model.repository(), config.commit());
    }
  }

  /// Whether a folder has what no model can do without.
  static boolean areIn(Path folder) {
    return Files.isRegularFile(folder.resolve(CONFIG))
        && WEIGHTS_OR_INDEX.stream().anyMatch(name -> Files.isRegularFile(folder.resolve(name)));
  }

  /// What is to be fetched, all of one commit.
  ///
  /// @throws UserException if the repository holds no OpenCLIP model, or only a pickled one
  Listing of(OnHub model) throws IOException {
    RemoteFile config = describe(model, CONFIG).orElseThrow(() -> noOpenClip(model));
    OnHub pinned = new OnHub(model.repository(), config.commit());
    return new Listing(config, small(pinned), weights(model, pinned));
  }

  /// A file that the weights are split into.
  ///
  /// @throws UserException if it is not there
  RemoteFile shard(OnHub model, String name) throws IOException {
    return describe(model, name)
        .orElseThrow(
            () ->
                UserException.failed(
                    "%s lacks %s, a part of its weights".formatted(model.repository(), name),
                    "Name another model or revision."));
  }

  private RemoteFile weights(OnHub model, OnHub pinned) throws IOException {
    Optional<RemoteFile> weights = first(pinned, WEIGHTS_OR_INDEX);
    if (weights.isEmpty()) {
      throw noWeights(model, first(pinned, PICKLES).map(RemoteFile::name));
    }
    return weights.orElseThrow();
  }

  private Optional<RemoteFile> first(OnHub model, List<String> names) throws IOException {
    for (String name : names) {
      Optional<RemoteFile> file = describe(model, name);
      if (file.isPresent()) {
        return file;
      }
    }
    return Optional.empty();
  }

  /// The tokenizer, and the model card, which states the licence.
  private List<RemoteFile> small(OnHub model) throws IOException {
    List<RemoteFile> files = tokenizer(model);
    describe(model, "README.md").ifPresent(files::add);
    return files;
  }

  private List<RemoteFile> tokenizer(OnHub model) throws IOException {
    List<RemoteFile> files = new ArrayList<>();
    describe(model, "tokenizer_config.json").ifPresent(files::add);
    describe(model, "special_tokens_map.json").ifPresent(files::add);
    Optional<RemoteFile> tokenizer = describe(model, "tokenizer.json");
    tokenizer.ifPresent(files::add);
    if (tokenizer.isEmpty()) {
      describe(model, "vocab.json").ifPresent(files::add);
      describe(model, "merges.txt").ifPresent(files::add);
    }
    return files;
  }

  private Optional<RemoteFile> describe(OnHub model, String name) throws IOException {
    try {
      Optional<RemoteFile> file = retry.of(() -> client.describe(model, name));
      file.filter(ModelFiles::isUnbelievable)
          .ifPresent(
              large -> {
                throw tooLarge(model, large);
              });
      return file;
    } catch (HubUnreachable | TransientFailure e) {
      throw e;
    } catch (IOException e) {
      throw Reachability.unreachable(client.endpoint(), e);
    }
  }

  private static boolean isUnbelievable(RemoteFile file) {
    return !file.name().endsWith(".safetensors") && file.size() > LARGEST_SMALL;
  }

  private static UserException tooLarge(OnHub model, RemoteFile file) {
    return UserException.failed(
        "%s of %s has %d MB, more than any OpenCLIP model's"
            .formatted(file.name(), model.repository(), file.size() >> 20),
        "Name another model or revision.");
  }

  private static UserException noOpenClip(OnHub model) {
    return UserException.failed(
        model + " is no OpenCLIP model: it has no " + CONFIG,
        "Name a model that lists open_clip as its library.");
  }

  private static UserException noWeights(OnHub model, Optional<String> pickle) {
    return UserException.failed(
        pickle
            .map(name -> model + " has its weights only as " + name + ", a pickle, " + DANGER)
            .orElse(model + " has no " + WEIGHTS),
        "Name a model or revision that has " + WEIGHTS + ".");
  }
}
