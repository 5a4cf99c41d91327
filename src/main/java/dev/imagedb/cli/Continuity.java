package dev.imagedb.cli;

import dev.imagedb.embed.Embedder;
import dev.imagedb.search.Answer;
import java.util.function.Supplier;

/// What one command leaves for the next.
public interface Continuity {
  /// For a command that is the only one: a model is opened for it alone, and nobody hears of its
  /// answer.
  Continuity NONE =
      new Continuity() {
        @Override
        public Embedder embedder(ModelRequest wanted, Supplier<Embedder> opener) {
          return opener.get();
        }

        @Override
        public void answered(Answer answer) {}
      };

  /// A model: opened now, or still open. It is closed by who asks for it.
  Embedder embedder(ModelRequest wanted, Supplier<Embedder> opener);

  /// Hears what a search found, before it is printed.
  void answered(Answer answer);
}
