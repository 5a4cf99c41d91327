/// Where model files come from and where they are kept.
@NullMarked
package dev.imagedb.embed.hub;

import org.jspecify.annotations.NullMarked;
