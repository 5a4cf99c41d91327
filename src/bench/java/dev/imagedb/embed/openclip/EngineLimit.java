package dev.imagedb.embed.openclip;

import dev.imagedb.bench.Workers;
import dev.imagedb.embed.Precision;
import java.io.Closeable;
import java.time.Duration;
import java.util.concurrent.ExecutionException;

/// How many pictures a second ViT-B-32 could make vectors of, were all of it as fast as the fastest
/// that its engine computes anything.
public final class EngineLimit implements Closeable {
  /// Multiplications and additions of ViT-B-32's image tower over one picture.
  private static final double OPERATIONS_A_PICTURE = 8.82e9;

  private final MatrixProduct product;

  public EngineLimit(Precision precision) {
    this.product = MatrixProduct.ofRandomMatrices(precision);
  }

  /// Pictures a second, by the clock and by processor time.
  public Workers.Rate measure(Workers workers, Duration time)
      throws InterruptedException, ExecutionException {
    Workers.Rate products = workers.measure(product::multiply, time);
    return products.times(MatrixProduct.OPERATIONS / OPERATIONS_A_PICTURE);
  }

  @Override
  public void close() {
    product.close();
  }
}
