/// Files that others may look at while they are written. There is only
/// [dev.imagedb.file.WholeFile].
@NullMarked
package dev.imagedb.file;

import org.jspecify.annotations.NullMarked;
