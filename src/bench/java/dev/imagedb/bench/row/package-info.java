/// The rows of the table, and the contenders that they share.
@NullMarked
package dev.imagedb.bench.row;

import org.jspecify.annotations.NullMarked;
