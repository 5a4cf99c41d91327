/// Pixels or words to a unit vector. Start at [dev.imagedb.embed.Embedder].
@NullMarked
package dev.imagedb.embed;

import org.jspecify.annotations.NullMarked;
