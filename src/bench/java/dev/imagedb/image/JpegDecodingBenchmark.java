package dev.imagedb.image;

import dev.imagedb.bench.input.PhotographDrawer;
import dev.imagedb.photo.ImageFormat;
import dev.imagedb.photo.Orientation;
import java.io.IOException;
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

/// Decoding a JPEG of 12 megapixels at each of the scales that libjpeg-turbo shrinks to.
///
/// Run with `mvn -q -Pbench test-compile exec:exec -Dbenchmark=JpegDecodingBenchmark`.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class JpegDecodingBenchmark {
  private static final int WIDTH = 4000;
  private static final int HEIGHT = 3000;

  @Param({"1", "2", "4", "8"})
  int shrinkBy;

  private final ImageDecoder decoder = new ImageDecoder(200_000_000);
  private byte[] jpeg = {};

  @Setup
  public void draw() throws IOException {
    jpeg = PhotographDrawer.jpeg(WIDTH, HEIGHT, 12);
  }

  @Benchmark
  public DecodedImage decode() throws UnreadableImageException {
    Scale scale = new Scale.ShorterSideAtLeast(HEIGHT / shrinkBy);
    return decoder.decode(jpeg, ImageFormat.JPEG, Orientation.UPRIGHT, scale);
  }
}
