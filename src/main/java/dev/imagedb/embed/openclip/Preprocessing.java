package dev.imagedb.embed.openclip;

import dev.imagedb.image.Interpolation;
import dev.imagedb.image.Resampler;
import dev.imagedb.image.RgbImage;
import dev.imagedb.image.Window;
import java.util.Arrays;
import java.util.Locale;

/// From an upright picture of any size to a model's square input, as OpenCLIP's transform.py does
/// it (`image_transform`, without its augmentations): the vectors mean what this does.
///
/// @param size of the square's side in pixels
/// @param fill value of all three channels where a picture does not cover the square
/// @param mean of each channel, with 1 for white
/// @param deviation of each channel
@SuppressWarnings("ArrayRecordComponent") // compared by #describe
record Preprocessing(
    int size,
    ResizeMode mode,
    Interpolation interpolation,
    int fill,
    double[] mean,
    double[] deviation) {

  /// OPENAI_DATASET_MEAN and OPENAI_DATASET_STD of OpenCLIP's constants.py.
  static final double[] OPENAI_MEAN = {0.48145466, 0.4578275, 0.40821073};

  static final double[] OPENAI_DEVIATION = {0.26862954, 0.26130258, 0.27577711};

  enum ResizeMode {
    /// The shorter side becomes the square's; what sticks out of the longer is cut off.
    SHORTEST,
    /// The longer side becomes the square's; the rest is filled.
    LONGEST,
    /// Both sides become the square's, whatever the picture's shape.
    SQUASH
  }

  /// The same model, but with whole pictures on a white square instead of what its config says.
  Preprocessing padded() {
    return new Preprocessing(size, ResizeMode.LONGEST, interpolation, 255, mean, deviation);
  }

  /// The square that the model sees.
  RgbImage fit(RgbImage picture) {
    return switch (mode) {
      case SHORTEST -> cropped(picture);
      case LONGEST -> padded(picture);
      case SQUASH -> Resampler.resize(picture, size, size, interpolation);
    };
  }

  /// torchvision's `Resize` (the longer side is truncated) and `CenterCrop` (half-even rounding).
  private RgbImage cropped(RgbImage picture) {
    int shorter = picture.dimensions().shorter();
    int width = (int) ((double) size * picture.width() / shorter);
    int height = (int) ((double) size * picture.height() / shorter);
    int left = (int) Math.rint((width - size) / 2.0);
    int top = (int) Math.rint((height - size) / 2.0);
    return Resampler.resize(
        picture, width, height, interpolation, new Window(left, top, size, size));
  }

  /// transform.py's `ResizeKeepRatio` (half-even rounding) and `CenterCropOrPad`.
  private RgbImage padded(RgbImage picture) {
    double ratio = Math.max((double) picture.height() / size, (double) picture.width() / size);
    int width = Math.clamp((int) Math.rint(picture.width() / ratio), 1, size);
    int height = Math.clamp((int) Math.rint(picture.height() / ratio), 1, size);
    RgbImage resized = Resampler.resize(picture, width, height, interpolation);
    byte[] square = new byte[size * size * 3];
    Arrays.fill(square, (byte) fill);
    int left = (size - width) / 2;
    int top = (size - height) / 2;
    for (int row = 0; row < height; row++) {
      System.arraycopy(
          resized.rgb(), row * width * 3, square, ((top + row) * size + left) * 3, width * 3);
    }
    return new RgbImage(size, size, square);
  }

  /// All of it in words, for an index to remember.
  String describe() {
    String size = mode.name().toLowerCase(Locale.ROOT) + " " + this.size;
    String padding = mode == ResizeMode.LONGEST ? ", filled with " + fill : "";
    return size
        + " "
        + interpolation.name().toLowerCase(Locale.ROOT)
        + padding
        + ", mean "
        + channels(mean, OPENAI_MEAN)
        + ", deviation "
        + channels(deviation, OPENAI_DEVIATION);
  }

  private static String channels(double[] values, double[] openai) {
    return Arrays.equals(values, openai) ? "openai" : Arrays.toString(values);
  }
}
