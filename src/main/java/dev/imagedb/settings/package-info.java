/// What is set once for many runs: options in files and in variables of the environment.
///
/// Start at [dev.imagedb.settings.Settings], which holds them in the order in which they count. It
/// knows nothing of what options there are; that is for the command line to say.
@NullMarked
package dev.imagedb.settings;

import org.jspecify.annotations.NullMarked;
