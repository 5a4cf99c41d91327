/// Bytes to upright RGB pixels, no larger than needed. Start at [dev.imagedb.image.ImageDecoder].
@NullMarked
package dev.imagedb.image;

import org.jspecify.annotations.NullMarked;
