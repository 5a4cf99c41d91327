package dev.imagedb.serve;

import dev.imagedb.embed.Embedder;
import dev.imagedb.photo.VectorSpace;
import dev.imagedb.store.PhotoReader;
import dev.imagedb.store.PhotoStore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A database that others may write to meanwhile, and its model. Both stay open between requests;
/// after a commit the database is opened anew, and after a change of model that is, too. Safe for
/// use by many threads.
final class Library implements AutoCloseable {
  private final PhotoStore store;
  private final Supplier<Embedder> models;
  private Shared<PhotoReader> photos;
  private @Nullable Shared<Embedder> model;

  /// Opens the database, but not its model.
  ///
  /// @param models opens the model that the database's vectors are of
  /// @throws dev.imagedb.fault.UserException where there is no database
  Library(PhotoStore store, Supplier<Embedder> models) {
    this.store = store;
    this.models = models;
    this.photos = new Shared<>(store.reader());
  }

  /// One request's view of it: it does not change until it is closed.
  final class Visit implements AutoCloseable, Supplier<Embedder> {
    private final Shared<PhotoReader>.Lease reader;
    private Shared<Embedder>.@Nullable Lease embedder;

    private Visit(Shared<PhotoReader>.Lease reader) {
      this.reader = reader;
    }

    PhotoReader photos() {
      return reader.value();
    }

    /// The model, opened now where nobody needed it before.
    @Override
    public Embedder get() {
      if (embedder == null) {
        embedder = model(photos().space());
      }
      return embedder.value();
    }

    @Override
    public void close() {
      reader.close();
      if (embedder != null) {
        embedder.close();
      }
    }
  }

  /// A view of the last commit.
  synchronized Visit visit() {
    if (!photos.value().isCurrent()) {
      Shared<PhotoReader> last = photos;
      photos = new Shared<>(store.reader());
      last.retire();
    }
    return new Visit(photos.enter());
  }

  /// Under a lock of its own: a model may take minutes to fetch, and others can do without it.
  private Shared<Embedder>.Lease model(VectorSpace space) {
    synchronized (models) {
      if (model != null && !model.value().space().comparableTo(space)) {
        model.retire();
        model = null;
      }
      if (model == null) {
        model = new Shared<>(models.get());
      }
      return model.enter();
    }
  }

  @Override
  public void close() {
    synchronized (this) {
      photos.retire();
    }
    synchronized (models) {
      if (model != null) {
        model.retire();
      }
    }
  }
}
