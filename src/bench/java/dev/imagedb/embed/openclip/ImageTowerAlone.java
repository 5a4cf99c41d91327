package dev.imagedb.embed.openclip;

import dev.imagedb.bench.Workers;
import dev.imagedb.embed.Embedder;
import dev.imagedb.embed.EmbedderOptions;
import dev.imagedb.embed.Precision;
import dev.imagedb.image.RgbImage;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;

/// The random ViT-B-32 as indexing uses it: a thread a core, each with batches of its own. Pictures
/// of noise take as long as any.
public final class ImageTowerAlone implements Closeable {
  public static final int BATCH = 16;

  private static final int SIDE = 224;

  private final OpenClipModel model;
  private final List<RgbImage> pictures = noise();

  public ImageTowerAlone(Precision precision) throws IOException {
    Path folder = RandomCheckpoint.folder();
    EmbedderOptions options = EmbedderOptions.forManyPictures(precision);
    this.model = OpenClipModel.open(folder, folder.toString(), false, options);
  }

  public Embedder model() {
    return model;
  }

  /// Pictures a second, by the clock and by processor time.
  public Workers.Rate measure(Workers workers, Duration time)
      throws InterruptedException, ExecutionException {
    return workers.measure(() -> model.embedImages(pictures), time).times(BATCH);
  }

  private static List<RgbImage> noise() {
    Random random = new Random(BATCH);
    List<RgbImage> pictures = new ArrayList<>();
    for (int i = 0; i < BATCH; i++) {
      byte[] rgb = new byte[SIDE * SIDE * 3];
      random.nextBytes(rgb);
      pictures.add(new RgbImage(SIDE, SIDE, rgb));
    }
    return pictures;
  }

  @Override
  public void close() {
    model.close();
  }
}
