package dev.imagedb.ingest;

import dev.imagedb.embed.Embedder;
import dev.imagedb.embed.Precision;
import dev.imagedb.embed.Temperature;
import dev.imagedb.image.RgbImage;
import dev.imagedb.image.Scale;
import dev.imagedb.photo.VectorSpace;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/// Takes a picture's mean colour for its vector: red, green, blue and a bias, at unit length.
public class FakeEmbedder implements Embedder {
  private final String model;
  private final int failsAfter;
  private final Precision precision;
  private final AtomicInteger embedded = new AtomicInteger();

  public FakeEmbedder(String model) {
    this(model, Integer.MAX_VALUE);
  }

  /// @param failsAfter how many pictures it embeds before it breaks down
  FakeEmbedder(String model, int failsAfter) {
    this(model, failsAfter, Precision.FP32);
  }

  private FakeEmbedder(String model, int failsAfter, Precision precision) {
    this.model = model;
    this.failsAfter = failsAfter;
    this.precision = precision;
  }

  /// One that is held up at whatever follows so many pictures.
  ///
  /// @param working is counted down as soon as that begins
  /// @param letGo ends it
  static FakeEmbedder heldUpAfter(int pictures, CountDownLatch working, CountDownLatch letGo) {
    return new FakeEmbedder("colours") {
      @Override
      public float[][] embedImages(List<RgbImage> prepared) {
        if (embedded() >= pictures) {
          working.countDown();
          await(letGo);
        }
        return super.embedImages(prepared);
      }
    };
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /// The same model in another arithmetic.
  FakeEmbedder in(Precision other) {
    return new FakeEmbedder(model, failsAfter, other);
  }

  /// How many pictures it has embedded so far.
  int embedded() {
    return embedded.get();
  }

  @Override
  public VectorSpace space() {
    return new VectorSpace(model, "of " + model, 4, "mean colour");
  }

  @Override
  public Precision precision() {
    return precision;
  }

  @Override
  public Temperature temperature() {
    throw new UnsupportedOperationException("indexing needs no temperature");
  }

  @Override
  public Scale sufficientScale() {
    return new Scale.Full();
  }

  @Override
  public RgbImage prepare(RgbImage upright) {
    return upright;
  }

  @Override
  public float[][] embedImages(List<RgbImage> prepared) {
    if (embedded.addAndGet(prepared.size()) > failsAfter) {
      throw new IllegalStateException("the network broke down");
    }
    return prepared.stream().map(FakeEmbedder::meanColour).toArray(float[][]::new);
  }

  @Override
  public float[] embedText(String text) {
    throw new UnsupportedOperationException("indexing embeds no words");
  }

  @Override
  public void close() {}

  private static float[] meanColour(RgbImage image) {
    double[] sum = {0, 0, 0, image.rgb().length};
    for (int i = 0; i < image.rgb().length; i++) {
      sum[i % 3] += image.rgb()[i] & 0xff;
    }
    double square = 0;
    for (double part : sum) {
      square += part * part;
    }
    float[] unit = new float[sum.length];
    for (int i = 0; i < unit.length; i++) {
      unit[i] = (float) (sum[i] / Math.sqrt(square));
    }
    return unit;
  }
}
