@NullMarked
package dev.imagedb.store.lucene;

import org.jspecify.annotations.NullMarked;
