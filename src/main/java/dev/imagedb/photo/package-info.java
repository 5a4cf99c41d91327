/// The records that every other package speaks of: a file, a picture, what was written in it.
///
/// Start at [dev.imagedb.photo.Photo]. Nothing here reads or writes anything, and nothing here
/// needs more than the JDK.
@NullMarked
package dev.imagedb.photo;

import org.jspecify.annotations.NullMarked;
