@NullMarked
package dev.imagedb.embed.files;

import org.jspecify.annotations.NullMarked;
