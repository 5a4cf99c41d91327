/// Whole processes of imagedb beside their limits and beside Python programs that do the same.
///
/// Start at [dev.imagedb.bench.Benchmarks]. A [dev.imagedb.bench.Row] names its contenders, a
/// [dev.imagedb.bench.Race] lets them take turns, and what came of it is a
/// [dev.imagedb.bench.Result]. What they work on is made in `input`, what runs outside of this
/// process is started in `child`, and the rows themselves are in `row`.
@NullMarked
package dev.imagedb.bench;

import org.jspecify.annotations.NullMarked;
