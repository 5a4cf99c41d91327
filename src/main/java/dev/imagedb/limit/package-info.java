/// Ends the waiting for what may never answer: drives, and decoders of files that are made to be
/// decoded for ever.
///
/// Start at [dev.imagedb.limit.TimeLimit].
@NullMarked
package dev.imagedb.limit;

import org.jspecify.annotations.NullMarked;
