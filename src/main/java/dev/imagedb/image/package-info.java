/// Bytes to upright RGB pixels, no larger than needed, and those to a model's input size.
///
/// Stands between reading a file and embedding it: [dev.imagedb.image.ImageDecoder] makes an
/// [dev.imagedb.image.RgbImage] of a file's bytes, [dev.imagedb.image.Resampler] brings it to the
/// size that a model wants. Both do what Pillow does, to the last bit, because published models
/// were trained on Pillow's pixels. Start at [dev.imagedb.image.ImageDecoder].
@NullMarked
package dev.imagedb.image;

import org.jspecify.annotations.NullMarked;
