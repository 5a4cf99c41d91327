package dev.imagedb.image;

import dev.imagedb.photo.Dimensions;

/// A decoded picture.
///
/// @param pixels upright, perhaps smaller than the picture is
/// @param dimensions of the upright picture at its full size
public record DecodedImage(RgbImage pixels, Dimensions dimensions) {}
