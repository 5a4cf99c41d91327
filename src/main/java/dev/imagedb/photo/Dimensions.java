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
}
