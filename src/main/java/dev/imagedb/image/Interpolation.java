package dev.imagedb.image;

/// How pixels between pixels are made. The names are Pillow's, which model configurations use.
public enum Interpolation {
  /// The pixel that lies under the centre of the new one.
  NEAREST(0),
  /// The plain mean of what the new pixel covers.
  BOX(0.5),
  /// A triangle.
  BILINEAR(1),
  /// Keys' cubic with a = -0.5.
  BICUBIC(2),
  /// A sinc, windowed to three lobes.
  LANCZOS(3);

  private final double reach;

  Interpolation(double reach) {
    this.reach = reach;
  }

  /// How far to each side of its centre the filter looks, in pixels of the coarser picture.
  double reach() {
    return reach;
  }

  /// The filter's value at a distance from its centre; nothing is left of it past [#reach].
  double weight(double distance) {
    double x = Math.abs(distance);
    return switch (this) {
      case NEAREST -> throw new IllegalStateException("nearest neighbours have no weights");
      // Open on the left, as Pillow has it, so that no pixel counts for two neighbours.
      case BOX -> distance > -0.5 && distance <= 0.5 ? 1 : 0;
      case BILINEAR -> x < 1 ? 1 - x : 0;
      case BICUBIC -> cubic(x);
      case LANCZOS -> x < 3 ? sinc(x) * sinc(x / 3) : 0;
    };
  }

  /// Keys, "Cubic Convolution Interpolation for Digital Image Processing" (1981), equation 4.
  private static double cubic(double x) {
    double a = -0.5;
    if (x < 1) {
      return ((a + 2) * x - (a + 3)) * x * x + 1;
    }
    return x < 2 ? (((x - 5) * x + 8) * x - 4) * a : 0;
  }

  private static double sinc(double x) {
    return x == 0 ? 1 : Math.sin(x * Math.PI) / (x * Math.PI);
  }
}
