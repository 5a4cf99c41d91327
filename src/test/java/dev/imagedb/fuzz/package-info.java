/// What strangers write, as a fuzzer would have it. Each target is a method of bytes that throws
/// where a promise is broken; [dev.imagedb.fuzz.FuzzTest] calls each in every build with bytes of
/// its own making, `mvn -Pfuzz` for as long as you like.
@NullMarked
package dev.imagedb.fuzz;

import org.jspecify.annotations.NullMarked;
