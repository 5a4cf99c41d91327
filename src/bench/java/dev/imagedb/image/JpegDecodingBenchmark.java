package dev.imagedb.image;

import dev.imagedb.photo.ImageFormat;
import dev.imagedb.photo.Orientation;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
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

  /// Strokes of all lengths and colours: about as many bytes a pixel as a photograph has.
  private static final int STROKES = 30_000;

  @Param({"1", "2", "4", "8"})
  int shrinkBy;

  private final ImageDecoder decoder = new ImageDecoder(200_000_000);
  private byte[] jpeg = {};

  @Setup
  public void draw() throws IOException {
    BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = picture.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    Random random = new Random(12);
    for (int i = 0; i < STROKES; i++) {
      pen.setColor(new Color(random.nextInt(1 << 24)));
      pen.setStroke(new BasicStroke(1 + random.nextInt(12)));
      int x = random.nextInt(WIDTH);
      int y = random.nextInt(HEIGHT);
      pen.drawLine(x, y, x + random.nextInt(200) - 100, y + random.nextInt(200) - 100);
    }
    pen.dispose();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(picture, "jpg", bytes);
    jpeg = bytes.toByteArray();
  }

  @Benchmark
  public DecodedImage decode() throws UnreadableImageException {
    Scale scale = new Scale.ShorterSideAtLeast(HEIGHT / shrinkBy);
    return decoder.decode(jpeg, ImageFormat.JPEG, Orientation.UPRIGHT, scale);
  }
}
