/// What is kept of every picture, and how it is found again. Start at
/// [dev.imagedb.store.PhotoStore].
@NullMarked
package dev.imagedb.store;

import org.jspecify.annotations.NullMarked;
