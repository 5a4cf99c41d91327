/// What a long run keeps open between one question and the next: an index's reader, and a model.
///
/// Start at [dev.imagedb.kept.Kept], which counts who uses a thing, and closes it only when it is
/// out of date and nobody does any more.
@NullMarked
package dev.imagedb.kept;

import org.jspecify.annotations.NullMarked;
