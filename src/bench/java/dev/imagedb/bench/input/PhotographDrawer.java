package dev.imagedb.bench.input;

import dev.imagedb.metadata.CameraExif;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// Draws JPEGs that cost their reader what a camera's do: what a camera writes about them, things
/// with edges before a sky, surfaces with texture of all sizes, and a sensor's noise. One to three
/// bits a pixel, so 2.5 to 5 MB where there are 12 megapixels.
public final class PhotographDrawer {
  private static final float QUALITY = 0.9f;
  private static final int THINGS = 60;
  private static final int CORNERS = 7;

  /// The strongest and coarsest texture; each finer octave is weaker by [#FADING].
  private static final int COARSEST = 256;

  private static final int FINEST = 2;
  private static final double AMPLITUDE = 28;
  private static final double FADING = 0.78;

  /// A sensor's noise at a middling speed, in levels of 255.
  private static final double GRAIN = 7;

  private final RandomGenerator random;

  /// How much texture and noise this one has: skies have little, leaves much.
  private final double busyness;

  private final BufferedImage picture;

  private PhotographDrawer(int width, int height, long seed) {
    this.random = new SplittableRandom(seed);
    this.busyness = random.nextDouble(0.9, 2);
    this.picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
  }

  /// The bytes of a JPEG file, always the same for the same seed.
  public static byte[] jpeg(int width, int height, long seed) throws IOException {
    PhotographDrawer drawer = new PhotographDrawer(width, height, seed);
    drawer.drawThings();
    drawer.addTexture();
    byte[] segment = CameraExif.segment("drawing %d".formatted(seed));
    return JpegSegments.inserted(drawer.encode(), segment);
  }

  private void drawThings() {
    Graphics2D pen = picture.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setPaint(gradient(0, 0, picture.getWidth(), picture.getHeight()));
    pen.fillRect(0, 0, picture.getWidth(), picture.getHeight());
    for (int i = 0; i < THINGS; i++) {
      drawThing(pen, picture.getWidth() / (3.0 + i));
    }
    pen.dispose();
  }

  private void drawThing(Graphics2D pen, double radius) {
    double x = random.nextDouble(picture.getWidth());
    double y = random.nextDouble(picture.getHeight());
    Path2D outline = new Path2D.Double();
    outline.moveTo(x + radius, y);
    for (int corner = 1; corner < CORNERS; corner++) {
      double angle = 2 * Math.PI * corner / CORNERS;
      double reach = radius * random.nextDouble(0.4, 1);
      outline.lineTo(x + reach * Math.cos(angle), y + reach * Math.sin(angle));
    }
    outline.closePath();
    pen.setPaint(gradient(x - radius, y - radius, x + radius, y + radius));
    pen.fill(outline);
  }

  private GradientPaint gradient(double left, double top, double right, double bottom) {
    return new GradientPaint(
        (float) left, (float) top, colour(), (float) right, (float) bottom, colour());
  }

  private Color colour() {
    return new Color(random.nextInt(40, 215), random.nextInt(40, 215), random.nextInt(40, 215));
  }

  private void addTexture() {
    int width = picture.getWidth();
    int[] pixels = ((DataBufferInt) picture.getRaster().getDataBuffer()).getData();
    int[] row = new int[width];
    int grain = (int) Math.round(busyness * GRAIN);
    long seed = random.nextLong();
    for (int y = 0; y < picture.getHeight(); y++) {
      texture(row, y, seed);
      for (int x = 0; x < width; x++) {
        long noise = mixed(seed ^ ((long) y << Integer.SIZE | x));
        pixels[y * width + x] = lit(pixels[y * width + x], row[x], noise, grain);
      }
    }
  }

  /// Light and shade of a row of pixels: value noise, in octaves.
  private void texture(int[] row, int y, long seed) {
    double[] sum = new double[row.length];
    double amplitude = busyness * AMPLITUDE;
    for (int cell = COARSEST; cell >= FINEST; cell /= 2) {
      addOctave(sum, y, cell, amplitude, seed + cell);
      amplitude *= FADING;
    }
    for (int x = 0; x < row.length; x++) {
      row[x] = (int) Math.round(sum[x]);
    }
  }

  /// Adds bilinear steps between random values that lie `cell` pixels apart.
  private static void addOctave(double[] sum, int y, int cell, double amplitude, long seed) {
    double down = (double) (y % cell) / cell;
    double next = valueAt(0, y / cell, down, seed);
    for (int left = 0; left < sum.length; left += cell) {
      double value = next;
      next = valueAt(left / cell + 1, y / cell, down, seed);
      double step = (next - value) / cell;
      for (int x = left; x < Math.min(left + cell, sum.length); x++, value += step) {
        sum[x] += amplitude * value;
      }
    }
  }

  /// From -1 to 1.
  private static double valueAt(int column, int row, double down, long seed) {
    double above = (byte) mixed(seed ^ ((long) row << Integer.SIZE | column)) / 128.0;
    double below = (byte) mixed(seed ^ ((long) (row + 1) << Integer.SIZE | column)) / 128.0;
    return above + (below - above) * down;
  }

  /// A pixel made lighter, with a deviation of its own in each channel.
  ///
  /// @param noise random bits
  /// @param grain the largest deviation
  private static int lit(int rgb, int light, long noise, int grain) {
    int lit = 0;
    for (int shift = 0; shift <= 16; shift += 8) {
      int deviation = (int) (noise >>> shift & 0xff) * (2 * grain + 1) / 256 - grain;
      int level = (rgb >>> shift & 0xff) + light + deviation;
      lit |= Math.clamp(level, 0, 255) << shift;
    }
    return lit;
  }

  /// The finalizer of SplitMix64: every bit of the result hangs on every bit of the number.
  private static long mixed(long number) {
    long once = (number ^ number >>> 30) * 0xbf58476d1ce4e5b9L;
    long twice = (once ^ once >>> 27) * 0x94d049bb133111ebL;
    return twice ^ twice >>> 31;
  }

  private byte[] encode() throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ImageWriteParam settings = writer.getDefaultWriteParam();
    settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    settings.setCompressionQuality(QUALITY);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (var out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(picture, null, null), settings);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
