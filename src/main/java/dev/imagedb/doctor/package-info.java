/// Whether all that the program needs is here and well, and what would mend it or make it faster.
///
/// Start at [dev.imagedb.doctor.Doctor], which lists the checks. Each looks at one thing, changes
/// nothing, and tells what it found.
@NullMarked
package dev.imagedb.doctor;

import org.jspecify.annotations.NullMarked;
