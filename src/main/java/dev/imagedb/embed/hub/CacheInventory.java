package dev.imagedb.embed.hub;

import dev.imagedb.embed.hub.CheckedFile.State;
import dev.imagedb.embed.hub.ModelReference.OnHub;
import dev.imagedb.fault.ExitCode;
import dev.imagedb.fault.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The OpenCLIP models in the cache: which there are, whether they are sound, and away with them.
/// Whatever else Python keeps there is left alone.
public final class CacheInventory {
  private static final String CONFIG = "open_clip_config.json";
  private static final String PREFIX = "models--";

  private final HubCache cache;

  public CacheInventory(HubSettings settings) {
    this.cache = new HubCache(settings.cache());
  }

  /// All revisions in the order of their names; one that no branch or tag stands for by its commit.
  public List<CachedModel> models() {
    return failing(
        () -> {
          List<CachedModel> models = new ArrayList<>();
          for (Path folder : CacheFolder.children(cache.root())) {
            addRevisions(folder, models);
          }
          return models;
        });
  }

  /// A revision, even where files of it are missing.
  public Optional<CachedModel> model(OnHub model) {
    return failing(() -> find(model));
  }

  /// Compares each file with its checksum, which is the name of its blob.
  public List<CheckedFile> check(CachedModel model) {
    return failing(
        () -> {
          List<CheckedFile> checked = new ArrayList<>();
          for (Path file : CacheFolder.children(model.folder())) {
            checked.add(new CheckedFile(file.getFileName().toString(), state(file)));
          }
          return checked;
        });
  }

  /// Removes a revision. Bytes that another revision uses stay.
  ///
  /// @return how many bytes are free now
  public long remove(CachedModel cached) {
    return failing(
        () -> {
          CacheFolder folder = new CacheFolder(cache.folder(cached.model()));
          folder.requireOwn();
          cache.forget(cached.model());
          long before = folder.bytes();
          if (revisions(folder.path()).stream().noneMatch(other -> stillMeans(other, cached))) {
            folder.removeSnapshot(cached.folder());
          }
          return before - folder.bytes();
        });
  }

  private boolean stillMeans(OnHub revision, CachedModel cached) {
    try {
      return cache.snapshot(revision).filter(cached.folder()::equals).isPresent();
    } catch (IOException _) {
      return false;
    }
  }

  private void addRevisions(Path folder, List<CachedModel> models) throws IOException {
    Set<Path> named = new HashSet<>();
    for (OnHub model : revisions(folder)) {
      Optional<CachedModel> found = find(model);
      found.ifPresent(models::add);
      found.map(CachedModel::folder).ifPresent(named::add);
    }
    for (Path snapshot : CacheFolder.children(folder.resolve("snapshots"))) {
      Optional<OnHub> model = byCommit(folder, snapshot.getFileName().toString());
      if (model.isPresent() && !named.contains(snapshot)) {
        find(model.get()).ifPresent(models::add);
      }
    }
  }

  private Optional<CachedModel> find(OnHub model) throws IOException {
    Optional<Path> folder =
        cache.snapshot(model).filter(path -> Files.isRegularFile(path.resolve(CONFIG)));
    return folder.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new CachedModel(
                model, folder.get(), sizeOfFiles(folder.get()), ModelFiles.areIn(folder.get())));
  }

  /// What branches and tags of a repository there are.
  private static List<OnHub> revisions(Path folder) throws IOException {
    Path references = folder.resolve("refs");
    if (!Files.isDirectory(references)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(references)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> references.relativize(file).toString().replace('\\', '/'))
          .sorted()
          .flatMap(revision -> revision(folder, revision).stream())
          .toList();
    }
  }

  private static Optional<OnHub> byCommit(Path folder, String name) {
    return Optional.of(name).filter(HubCache::isCommit).flatMap(commit -> revision(folder, commit));
  }

  /// Others may keep folders there whose names no repository has.
  private static Optional<OnHub> revision(Path folder, String revision) {
    String name = folder.getFileName().toString();
    try {
      return name.startsWith(PREFIX)
          ? Optional.of(new OnHub(name.substring(PREFIX.length()).replace("--", "/"), revision))
          : Optional.empty();
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /// A link that leads nowhere is a file that is lost.
  private static State state(Path file) throws IOException {
    if (!Files.exists(file)) {
      return State.DAMAGED;
    }
    Optional<Checksum> wanted = Checksum.ofEtag(file.toRealPath().getFileName().toString());
    if (wanted.isEmpty()) {
      return State.UNKNOWN;
    }
    return wanted.get().of(file).equals(wanted.get()) ? State.INTACT : State.DAMAGED;
  }

  /// The bytes of a snapshot's files, wherever they lie.
  private static long sizeOfFiles(Path snapshot) throws IOException {
    long bytes = 0;
    for (Path file : CacheFolder.children(snapshot)) {
      bytes += Files.isRegularFile(file) ? Files.size(file) : 0;
    }
    return bytes;
  }

  @FunctionalInterface
  private interface Work<T> {
    T run() throws IOException;
  }

  private <T> T failing(Work<T> work) {
    try {
      return work.run();
    } catch (IOException e) {
      throw new UserException(
          ExitCode.FAILED,
          "the model cache " + cache.root() + " cannot be used: " + e.getMessage(),
          "Set HF_HOME to a folder that you may write to.",
          e);
    }
  }
}
