@NullMarked
package dev.imagedb.embed.openclip;

import org.jspecify.annotations.NullMarked;
