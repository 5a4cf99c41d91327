package dev.imagedb.ingest;

import dev.imagedb.embed.Embedder;
import dev.imagedb.image.RgbImage;
import dev.imagedb.photo.Photo;
import dev.imagedb.store.PhotoWriter;
import java.util.ArrayList;
import java.util.List;

/// Pictures that wait to be embedded together, since a network is faster over several at once. Used
/// by one thread.
final class Batch {
  /// Past 16 pictures the network gains nothing more, and past 32 it loses (measured for ViT-B-32).
  private static final int SIZE = 16;

  private record Waiting(Photo photo, RgbImage square, boolean wasKnown) {}

  private final Embedder embedder;
  private final PhotoWriter writer;
  private final Tally tally;
  private final List<Waiting> waiting = new ArrayList<>(SIZE);

  Batch(Embedder embedder, PhotoWriter writer, Tally tally) {
    this.embedder = embedder;
    this.writer = writer;
    this.tally = tally;
  }

  void add(Photo photo, RgbImage square, boolean wasKnown) {
    waiting.add(new Waiting(photo, square, wasKnown));
    if (waiting.size() == SIZE) {
      flush();
    }
  }

  /// Embeds and stores what waits.
  void flush() {
    if (waiting.isEmpty()) {
      return;
    }
    float[][] vectors = embedder.embedImages(waiting.stream().map(Waiting::square).toList());
    writer.addPrecision(embedder.precision().label());
    for (int i = 0; i < vectors.length; i++) {
      Waiting picture = waiting.get(i);
      writer.put(picture.photo(), vectors[i]);
      tally.stored(picture.wasKnown());
    }
    waiting.clear();
  }
}
