package dev.imagedb.image;

/// A part of a picture, in pixels.
///
/// @param left columns to its left
/// @param top rows above it
public record Window(int left, int top, int width, int height) {
  public Window {
    if (left < 0 || top < 0 || width <= 0 || height <= 0) {
      throw new IllegalArgumentException(
          "no window: " + width + " x " + height + " at " + left + ", " + top);
    }
  }

  /// All of a picture.
  static Window whole(int width, int height) {
    return new Window(0, 0, width, height);
  }

  boolean fitsInto(int outerWidth, int outerHeight) {
    return left <= outerWidth - width && top <= outerHeight - height;
  }
}
