package dev.imagedb.shell;

import dev.imagedb.cli.Continuity;
import dev.imagedb.cli.ModelRequest;
import dev.imagedb.embed.Embedder;
import dev.imagedb.kept.KeptEmbedders;
import dev.imagedb.kept.KeptReaders;
import dev.imagedb.search.Answer;
import dev.imagedb.store.PhotoStore;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;

/// What stays between the commands of a shell: open databases, the model, the last search.
final class Between implements Continuity, AutoCloseable {
  private final Function<Path, PhotoStore> stores;
  private final LastSearch last;
  private final Map<Path, KeptReaders> databases = new ConcurrentHashMap<>();
  private final KeptEmbedders embedders = new KeptEmbedders();

  /// @param stores opens a database anew
  Between(Function<Path, PhotoStore> stores, LastSearch last) {
    this.stores = stores;
    this.last = last;
  }

  /// A database, whose reader stays open.
  PhotoStore store(Path location) {
    return databases.computeIfAbsent(location, each -> new KeptReaders(stores.apply(each)));
  }

  @Override
  public Embedder embedder(ModelRequest wanted, Supplier<Embedder> opener) {
    return embedders.embedder(wanted, wanted.how(), opener);
  }

  @Override
  public void answered(Answer answer) {
    last.hear(answer);
  }

  @Override
  public void close() {
    embedders.close();
    databases.values().forEach(KeptReaders::close);
  }
}
