package dev.imagedb.image;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// From a decoded picture to a model's square of 224 pixels, the shorter side first made to fit.
///
/// Run with `mvn -q -Pbench test-compile exec:exec -Dbenchmark=ResamplerBenchmark`.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ResamplerBenchmark {
  private static final int SIDE = 224;
  private static final int LONGER = 298;

  /// The width of a picture of 4 to 3: a camera's at a quarter, and one from the web.
  @Param({"1000", "500"})
  int width;

  private RgbImage picture = new RgbImage(1, 1, new byte[3]);

  @Setup
  public void fillWithNoise() {
    picture = Pictures.noise(width, width * 3 / 4, 1);
  }

  @Benchmark
  public RgbImage resizeAndCrop() {
    Window centre = new Window((LONGER - SIDE) / 2, 0, SIDE, SIDE);
    return Resampler.resize(picture, LONGER, SIDE, Interpolation.BICUBIC, centre);
  }
}
