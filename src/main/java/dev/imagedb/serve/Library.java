package dev.imagedb.serve;

import dev.imagedb.embed.Embedder;
import dev.imagedb.embed.EmbedderOptions;
import dev.imagedb.embed.Precision;
import dev.imagedb.kept.KeptEmbedders;
import dev.imagedb.kept.KeptReaders;
import dev.imagedb.store.PhotoReader;
import dev.imagedb.store.PhotoStore;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A database that others may write to meanwhile, and its model. Both stay open between requests;
/// after a commit the database is opened anew, and after a change of model that is, too. Safe for
/// use by many threads.
final class Library implements AutoCloseable {
  private static final EmbedderOptions HOW = EmbedderOptions.forQueries(Precision.FP32);

  private final KeptReaders photos;
  private final KeptEmbedders models = new KeptEmbedders();
  private final Function<EmbedderOptions, Embedder> opener;

  /// A database; it is opened by the first visit.
  ///
  /// @param opener opens the model that the database's vectors are of
  Library(PhotoStore store, Function<EmbedderOptions, Embedder> opener) {
    this.photos = new KeptReaders(store);
    this.opener = opener;
  }

  /// One request's view of it: it does not change until it is closed. To be used by one thread.
  final class Visit implements AutoCloseable, Supplier<Embedder> {
    private final PhotoReader reader = photos.reader();
    private @Nullable Embedder model;

    PhotoReader photos() {
      return reader;
    }

    /// The model, opened now where nobody needed it before.
    @Override
    public Embedder get() {
      if (model == null) {
        model = models.embedder(reader.space(), HOW, () -> opener.apply(HOW));
      }
      return model;
    }

    @Override
    public void close() {
      reader.close();
      if (model != null) {
        model.close();
      }
    }
  }

  /// A view of the last commit.
  ///
  /// @throws dev.imagedb.fault.UserException where there is no database
  Visit visit() {
    return new Visit();
  }

  @Override
  public void close() {
    photos.close();
    models.close();
  }
}
