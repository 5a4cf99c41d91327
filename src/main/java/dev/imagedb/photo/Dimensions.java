package dev.imagedb.photo;

/// Width and height of a picture in pixels.
public record Dimensions(int width, int height) {
  public Dimensions {
    if (width <= 0 || height <= 0) {
      throw new IllegalArgumentException("no picture is " + width + " x " + height);
    }
  }

  public long pixels() {
    return (long) width * height;
  }

  public int shorter() {
    return Math.min(width, height);
  }

  /// The same picture turned by a quarter.
  public Dimensions turned() {
    return new Dimensions(/* width= */ height, /* height= */ width);
  }

  /// The largest size of the same shape that fits into so many pixels across and down; itself where
  /// it fits already. No side becomes less than a pixel.
  public Dimensions within(int across, int down) {
    double scale = Math.min((double) across / width, (double) down / height);
    return scale >= 1 ? this : new Dimensions(scaled(width, scale), scaled(height, scale));
  }

  private static int scaled(int side, double scale) {
    return Math.max(1, (int) Math.round(side * scale));
  }
}
