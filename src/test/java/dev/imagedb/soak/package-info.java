/// Lets the program run for long beside itself, and looks whether it stays as it was: start at
/// `SoakIT`.
@NullMarked
package dev.imagedb.soak;

import org.jspecify.annotations.NullMarked;
