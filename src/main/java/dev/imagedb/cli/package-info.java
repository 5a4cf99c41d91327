/// One class a subcommand: arguments in, exit code out, no logic.
///
/// Start at [dev.imagedb.cli.CommandTree], which lists them. What they work with comes from
/// [dev.imagedb.cli.Program].
@NullMarked
package dev.imagedb.cli;

import org.jspecify.annotations.NullMarked;
