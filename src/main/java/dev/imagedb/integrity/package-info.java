/// Whether pictures are still what the database remembers of them.
///
/// Reads through [dev.imagedb.store.PhotoReader] and looks at each file; changes neither. Start at
/// [dev.imagedb.integrity.FileComparison].
@NullMarked
package dev.imagedb.integrity;

import org.jspecify.annotations.NullMarked;
