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
  private static final String PICKLE = "open_clip_pytorch_model.bin";

  /// Whether a folder has what no model can do without.
  static boolean areIn(Path folder) {
    return Files.isRegularFile(folder.resolve(CONFIG))
        && Files.isRegularFile(folder.resolve(WEIGHTS));
  }

  /// What is to be fetched, the small files first, all of one commit.
  ///
  /// @throws UserException if the repository holds no OpenCLIP model, or only a pickled one
  List<RemoteFile> of(OnHub model) throws IOException {
    RemoteFile config = describe(model, CONFIG).orElseThrow(() -> noOpenClip(model));
    OnHub pinned = new OnHub(model.repository(), config.commit());
    Optional<RemoteFile> weights = describe(pinned, WEIGHTS);
    if (weights.isEmpty()) {
      throw noWeights(model, describe(pinned, PICKLE).isPresent());
    }
    List<RemoteFile> files = new ArrayList<>(List.of(config));
    files.addAll(tokenizer(pinned));
    files.add(weights.orElseThrow());
    return files;
  }

  private List<RemoteFile> tokenizer(OnHub model) throws IOException {
    List<RemoteFile> files = new ArrayList<>();
    describe(model, "tokenizer_config.json").ifPresent(files::add);
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
      return retry.of(() -> client.describe(model, name));
    } catch (HubUnreachable | TransientFailure e) {
      throw e;
    } catch (IOException e) {
      throw Reachability.unreachable(client.endpoint(), e);
    }
  }

  private static UserException noOpenClip(OnHub model) {
    return UserException.failed(
        model + " is no OpenCLIP model: it has no " + CONFIG,
        "Name a model that lists open_clip as its library.");
  }

  private static UserException noWeights(OnHub model, boolean pickled) {
    return UserException.failed(
        pickled
            ? "%s has its weights only as %s, a pickle, which could run any code when loaded"
                .formatted(model, PICKLE)
            : "%s has no %s".formatted(model, WEIGHTS),
        "Name a model or revision that has " + WEIGHTS + ".");
  }
}
