package dev.imagedb.cli;

import dev.imagedb.embed.Embedder;
import dev.imagedb.embed.EmbedderOptions;
import dev.imagedb.embed.hub.CacheInventory;
import dev.imagedb.embed.hub.Hub;
import dev.imagedb.embed.hub.HubSettings;
import dev.imagedb.embed.hub.Progress;
import dev.imagedb.embed.models.ModelLibrary;
import dev.imagedb.embed.models.ModelLoader;
import dev.imagedb.ingest.Cancellation;
import dev.imagedb.output.Console;
import dev.imagedb.output.DownloadProgressLine;
import dev.imagedb.photo.VectorSpace;
import dev.imagedb.store.DatabaseLocation;
import dev.imagedb.store.PhotoStore;
import dev.imagedb.thumbnail.Thumbnails;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// What the commands work with. Made once a run, by `Main` or by a test.
///
/// @param in standard input
/// @param variables of the environment
/// @param home of the user
/// @param stores opens the database in a folder
/// @param clock tells what today is
/// @param cancellation is requested when the user interrupts
public record Program(
    Console console,
    InputStream in,
    Map<String, String> variables,
    Path home,
    Function<Path, PhotoStore> stores,
    Clock clock,
    Cancellation cancellation) {

  /// The database that a command is about; it need not be there.
  PhotoStore store(DatabaseOption option) {
    return stores.apply(location(option));
  }

  Path location(DatabaseOption option) {
    return DatabaseLocation.find(option.folder(), variables, console.workingDirectory(), home);
  }

  /// The thumbnails of its pictures.
  Thumbnails thumbnails(DatabaseOption option) {
    return new Thumbnails(location(option).resolve(DatabaseLocation.THUMBNAILS));
  }

  /// The model that the user named, else the database's, else the default.
  Embedder embedder(PhotoStore store, ModelOptions options, EmbedderOptions how) {
    DownloadProgressLine downloads = new DownloadProgressLine(console);
    try {
      return embedder(loader(downloads::update), store, options, how);
    } finally {
      downloads.finish();
    }
  }

  private static Embedder embedder(
      ModelLoader loader, PhotoStore store, ModelOptions options, EmbedderOptions how) {
    if (options.model().isPresent()) {
      return loader.open(options.model().get(), options.padded(), how);
    }
    Optional<VectorSpace> space = store.space();
    if (space.isEmpty()) {
      return loader.openDefault(options.padded(), how);
    }
    return options.resizes()
        ? loader.open(space.get().model(), options.padded(), how)
        : loader.openFor(space.get(), how);
  }

  private ModelLoader loader(Progress downloads) {
    return new ModelLoader(
        new Hub(HubSettings.of(variables, home)), cacheFolder(), downloads, console::warn);
  }

  /// The models on this machine.
  ModelLibrary library() {
    HubSettings settings = HubSettings.of(variables, home);
    return new ModelLibrary(new Hub(settings), new CacheInventory(settings), cacheFolder());
  }

  /// The program's own cache (XDG Base Directory).
  private Path cacheFolder() {
    String cache = variables.getOrDefault("XDG_CACHE_HOME", "");
    return (cache.isEmpty() ? home.resolve(".cache") : Path.of(cache)).resolve("imagedb");
  }
}
