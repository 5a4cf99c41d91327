package dev.imagedb.embed.openclip;

import dev.imagedb.embed.EmbedderOptions;
import dev.imagedb.embed.Precision;
import dev.imagedb.embed.Processor;
import dev.imagedb.image.RgbImage;
import java.util.List;
import java.util.function.Function;

/// Chooses the arithmetic of an image tower by trying both in turns, 32-bit floats and bfloat16.
/// Only where the processor multiplies bfloat16 itself; elsewhere it is emulated, and slower.
final class Calibration {
  /// Less than this is not worth the digits that it costs.
  private static final double WORTHWHILE = 1.15;

  private static final int TURNS = 2;

  private Calibration() {}

  /// Loads a tower in the arithmetic that the options name, or in the faster one.
  ///
  /// @param loader loads it in one arithmetic
  /// @param size of its pictures
  static ImageTower load(
      EmbedderOptions options, int size, Function<EmbedderOptions, ImageTower> loader) {
    if (options.precision() != Precision.AUTO) {
      return loader.apply(options);
    }
    ImageTower exact = loader.apply(options.in(Precision.FP32));
    if (!options.manyPictures() || !Processor.here().multipliesHalves()) {
      return exact;
    }
    return faster(exact, loader.apply(options.in(Precision.BF16)), size);
  }

  /// What counts is the fastest turn of each: on a busy machine any of them can be slow.
  private static ImageTower faster(ImageTower exact, ImageTower halved, int size) {
    RgbImage black = new RgbImage(size, size, new byte[size * size * 3]);
    List<RgbImage> batch = List.of(black);
    exact.embed(batch); // the first makes room and plans
    halved.embed(batch);
    long exactly = Long.MAX_VALUE;
    long halving = Long.MAX_VALUE;
    for (int turn = 0; turn < TURNS; turn++) {
      exactly = Math.min(exactly, nanos(exact, batch));
      halving = Math.min(halving, nanos(halved, batch));
    }
    boolean worthwhile = exactly > WORTHWHILE * halving;
    (worthwhile ? exact : halved).close();
    return worthwhile ? halved : exact;
  }

  private static long nanos(ImageTower tower, List<RgbImage> batch) {
    long start = System.nanoTime();
    tower.embed(batch);
    return System.nanoTime() - start;
  }
}
