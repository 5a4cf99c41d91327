package dev.imagedb.embed.hub;

import dev.imagedb.embed.hub.FetchResult.Fetched;
import dev.imagedb.embed.hub.FetchResult.Unreachable;
import dev.imagedb.embed.hub.ModelReference.OnHub;
import dev.imagedb.fault.ExitCode;
import dev.imagedb.fault.UserException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// The Hugging Face hub and its cache on this machine, shared with Python's `huggingface_hub`.
///
/// May be used by several threads and processes at once: each file is fetched by one of them, and
/// the others wait for it.
public final class Hub {
  private static final Duration LONGEST_STALL = Duration.ofSeconds(30);

  private final HubSettings settings;
  private final HubCache cache;
  private final Retry retry;
  private final Duration longestStall;

  public Hub(HubSettings settings) {
    this(settings, Thread::sleep, LONGEST_STALL);
  }

  Hub(HubSettings settings, Sleeper sleeper, Duration longestStall) {
    this.settings = settings;
    this.cache = new HubCache(settings.cache());
    this.retry = new Retry(sleeper);
    this.longestStall = longestStall;
  }

  /// The folder of a model that is here, config and weights at least; makes no connection. Whether
  /// its branch has moved on since is not asked. A cache that cannot be read counts as empty.
  ///
  /// A model that Python fetched may lack its tokenizer: [#fetch] brings what is missing.
  public Optional<Path> cached(OnHub model) {
    try {
      return cache.snapshot(model).filter(ModelFiles::areIn);
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  /// Fetches a model's config, weights and tokenizer, as far as they are not here. A download that
  /// broke off goes on where it did, and every file is checked against the hub's checksum.
  ///
  /// @param format is shown the config before anything large is fetched
  /// @return [Unreachable] within about three seconds where there is no network, and at once where
  ///   `HF_HUB_OFFLINE` is set
  /// @throws UserException if there is no such model, it is not handed out, it is no OpenCLIP model
  ///   with safetensors, it came damaged, or it cannot be stored
  public FetchResult fetch(OnHub model, ModelFormat format, Progress progress) {
    if (settings.offline()) {
      return new Unreachable("HF_HUB_OFFLINE is set, so nothing is fetched");
    }
    try (HubClient client = new HubClient(settings)) {
      Reachability.check(settings.endpoint());
      return fetch(model, format, client, progress);
    } catch (HubUnreachable e) {
      return new Unreachable(String.valueOf(e.getMessage()));
    } catch (TransientFailure e) {
      throw e.whenItLasts();
    } catch (FileSystemException e) {
      throw notStored(e);
    } catch (IOException e) {
      throw brokenOff(model, e);
    }
  }

  private FetchResult fetch(OnHub model, ModelFormat format, HubClient client, Progress progress)
      throws IOException {
    ModelFiles files = new ModelFiles(client, retry);
    BlobDownload download = new BlobDownload(client, cache, retry, progress, longestStall);
    ModelFiles.Listing listing = files.of(model);
    Path snapshot = cache.snapshot(model, listing.config().commit());
    download.bring(model, listing.config());
    format.check(snapshot.resolve(listing.config().name()));
    for (RemoteFile small : listing.small()) {
      download.bring(model, small);
    }
    download.bring(model, listing.weights());
    if (listing.isSplit()) {
      for (String shard : format.shards(snapshot.resolve(listing.weights().name()))) {
        download.bring(model, files.shard(listing.pinned(model), shard));
      }
    }
    cache.remember(model, listing.config().commit());
    return new Fetched(snapshot);
  }

  private UserException notStored(FileSystemException e) {
    String reason = e.getReason() == null ? e.getClass().getSimpleName() : e.getReason();
    return new UserException(
        ExitCode.FAILED,
        "the model cache " + e.getFile() + " cannot be written: " + reason,
        "Set HF_HOME to a folder that you may write to.",
        e);
  }

  private UserException brokenOff(OnHub model, IOException e) {
    return new UserException(
        ExitCode.FAILED,
        "the download of %s from %s broke off: %s"
            .formatted(model, settings.endpoint(), e.getMessage()),
        "Run the same command again: it goes on where it broke off.",
        e);
  }
}
