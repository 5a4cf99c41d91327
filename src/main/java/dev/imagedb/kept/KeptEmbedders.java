package dev.imagedb.kept;

import dev.imagedb.embed.Embedder;
import dev.imagedb.embed.EmbedderOptions;
import java.util.function.Supplier;

/// Models that stay open between questions: the last one that a question was asked of, since each
/// takes as much memory as its weights, from 0.1 to some GB. Safe for use by many threads.
public final class KeptEmbedders implements AutoCloseable {
  private final Kept<Object, Embedder> last = new Kept<>(_ -> true);

  /// A model, to be closed by who asks for it; where it is kept, that ends only this use of it. One
  /// that is laid out for many pictures is of no use to a question, and is not kept.
  ///
  /// @param wanted says which; compared by `equals` with what was wanted last
  public Embedder embedder(Object wanted, EmbedderOptions how, Supplier<Embedder> opener) {
    return how.manyPictures() ? opener.get() : new LeasedEmbedder(last.lease(wanted, opener));
  }

  /// Closes what is kept, as soon as nobody uses it.
  @Override
  public void close() {
    last.close();
  }
}
