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
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/// What the commands work with. Made once a run, by `Main` or by a test.
///
/// @param in standard input
/// @param variables of the environment
/// @param home of the user
/// @param stores opens the database in a folder
/// @param clock tells what today is
/// @param cancellation is requested when the user interrupts
/// @param continuity what one command leaves for the next
/// @param shell where commands can be typed one after the other
public record Program(
    Console console,
    InputStream in,
    Map<String, String> variables,
    Path home,
    Function<Path, PhotoStore> stores,
    Clock clock,
    Cancellation cancellation,
    Continuity continuity,
    Shell shell) {

  /// The same about the database in this folder, where a command names no other.
  Program about(Path location) {
    Map<String, String> others = new HashMap<>(variables);
    others.put(DatabaseLocation.VARIABLE, location.toString());
    return new Program(
        console, in, Map.copyOf(others), home, stores, clock, cancellation, continuity, shell);
  }

  /// The same where what a command opens outlives it, and standard input is not its to read.
  ///
  /// @param lasting opens databases
  /// @param within what is done where a shell is asked for once more
  public Program lasting(Function<Path, PhotoStore> lasting, Continuity between, Shell within) {
    return new Program(
        console,
        InputStream.nullInputStream(),
        variables,
        home,
        lasting,
        clock,
        cancellation,
        between,
        within);
  }

  /// The same for one of many commands.
  public Program printingTo(Console other, Cancellation own) {
    return new Program(other, in, variables, home, stores, clock, own, continuity, shell);
  }

  /// The database that a command is about where it names none; it need not be there.
  public PhotoStore store() {
    return store(new DatabaseOption());
  }

  /// The same on another console.
  Program on(Console other) {
    return printingTo(other, cancellation);
  }

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
    ModelRequest wanted = options.request(store, how);
    return continuity.embedder(wanted, () -> opened(wanted));
  }

  private Embedder opened(ModelRequest wanted) {
    DownloadProgressLine downloads = new DownloadProgressLine(console);
    try {
      return opened(wanted, loader(downloads::update));
    } finally {
      downloads.finish();
    }
  }

  private static Embedder opened(ModelRequest wanted, ModelLoader loader) {
    if (wanted.named() != null) {
      return loader.open(wanted.named(), wanted.padded(), wanted.how());
    }
    VectorSpace stored = wanted.stored();
    if (stored == null) {
      return loader.openDefault(wanted.padded(), wanted.how());
    }
    return wanted.resizes()
        ? loader.open(stored.model(), wanted.padded(), wanted.how())
        : loader.openFor(stored, wanted.how());
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
  Path cacheFolder() {
    String cache = variables.getOrDefault("XDG_CACHE_HOME", "");
    return (cache.isEmpty() ? home.resolve(".cache") : Path.of(cache)).resolve("imagedb");
  }
}
