/// Programs that are measured from outside: each start of one is a [dev.imagedb.bench.child.Child].
@NullMarked
package dev.imagedb.bench.child;

import org.jspecify.annotations.NullMarked;
