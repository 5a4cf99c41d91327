/// What the contenders work on: drawn, seeded, made once in `target/benchmark`, and used again.
@NullMarked
package dev.imagedb.bench.input;

import org.jspecify.annotations.NullMarked;
