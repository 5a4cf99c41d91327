package dev.imagedb.ingest;

import dev.imagedb.embed.Embedder;
import dev.imagedb.image.RgbImage;
import dev.imagedb.photo.Photo;
import dev.imagedb.store.PhotoWriter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/// Pictures that wait to be embedded together, since a network is faster over several at once. All
/// workers share them, so that none is left with a batch of its own when the others are done. Safe
/// for use by many threads.
final class Batches {
  /// Past 16 pictures the network gains nothing more, and past 32 it loses (measured for ViT-B-32).
  private static final int USUAL = 16;

  /// At the end the last are shared out: a small batch takes 4 % longer a picture, which is less
  /// than the other cores would wait.
  private static final int LAST = 4;

  /// While the network is loaded, pictures are read on: prepared ones are small.
  private static final int MOST = 4 * USUAL;

  private record Waiting(Photo photo, RgbImage square, boolean wasKnown) {}

  private final Embedder embedder;
  private final PhotoWriter writer;
  private final Tally tally;
  private final Queue<Waiting> waiting = new ArrayDeque<>();
  private @Nullable Thread loading;

  Batches(Embedder embedder, PhotoWriter writer, Tally tally) {
    this.embedder = embedder;
    this.writer = writer;
    this.tally = tally;
  }

  /// Takes a picture in, and embeds and stores what makes a batch by that.
  void add(Photo photo, RgbImage square, boolean wasKnown) {
    gather(new Waiting(photo, square, wasKnown));
    List<Waiting> batch = due();
    while (!batch.isEmpty()) {
      embed(batch);
      batch = due();
    }
  }

  /// Embeds and stores some of the last, beside others who do the same.
  ///
  /// @return whether there were any
  boolean embedLast() {
    List<Waiting> batch = take(LAST);
    if (batch.isEmpty()) {
      return false;
    }
    embed(batch);
    return true;
  }

  private synchronized void gather(Waiting picture) {
    waiting.add(picture);
    if (loading == null) {
      loading = load();
    }
  }

  private synchronized List<Waiting> due() {
    boolean isLoading = loading != null && loading.isAlive();
    return waiting.size() < (isLoading ? MOST : USUAL) ? List.of() : take(USUAL);
  }

  /// Loads the network beside the workers, now that it is certain to be needed. What fails then
  /// fails again for whoever embeds.
  private Thread load() {
    return Thread.ofPlatform()
        .name("load-model")
        .uncaughtExceptionHandler((_, _) -> {})
        .start(embedder::loadForPictures);
  }

  private synchronized List<Waiting> take(int most) {
    List<Waiting> batch = new ArrayList<>(most);
    while (batch.size() < most && !waiting.isEmpty()) {
      batch.add(waiting.remove());
    }
    return batch;
  }

  private void embed(List<Waiting> batch) {
    float[][] vectors = embedder.embedImages(batch.stream().map(Waiting::square).toList());
    writer.addPrecision(embedder.precision().label());
    for (int i = 0; i < vectors.length; i++) {
      Waiting picture = batch.get(i);
      writer.put(picture.photo(), vectors[i]);
      tally.stored(picture.wasKnown());
    }
  }
}
